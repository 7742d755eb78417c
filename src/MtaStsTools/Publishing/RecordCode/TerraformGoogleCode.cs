namespace MtaStsTools.Publishing.RecordCode;

/// <summary>Resources <c>google_dns_record_set</c>.</summary>
internal static class TerraformGoogleCode
{
    public static string Write(IReadOnlyList<CodeEntry> entries) =>
        CodeText.Head("#", HclText.Owner)
        + HclText.Variable("google_managed_zones", "map(string)", "The name of each managed zone in Cloud DNS, by its DNS name.")
        + string.Concat(CodeText.Identify(entries).Select(pair =>
            $$"""

            resource "google_dns_record_set" "{{pair.Identifier}}" {
              managed_zone = var.google_managed_zones[{{HclText.Quoted(pair.Entry.Zone)}}]
              name         = {{HclText.Quoted(pair.Entry.Name + ".")}}
              type         = "TXT"
              ttl          = {{pair.Entry.TtlText}}
              rrdatas      = [{{HclText.Quoted(CodeText.Presentation(pair.Entry))}}]
            }

            """.Replace("\r\n", "\n")));
}
