namespace MtaStsTools.Publishing.RecordCode;

/// <summary>Resources <c>cloudflare_dns_record</c>, each of which is one record and leaves others of the name alone.</summary>
internal static class TerraformCloudflareCode
{
    public static string Write(IReadOnlyList<CodeEntry> entries) =>
        CodeText.Head("#", "For version 5 of the provider or newer.")
        + HclText.Variable("cloudflare_zone_ids", "map(string)", "The id of each zone, by its name.")
        + string.Concat(CodeText.Identify(entries).Select(pair =>
            $$"""

            resource "cloudflare_dns_record" "{{pair.Identifier}}" {
              zone_id = var.cloudflare_zone_ids[{{HclText.Quoted(pair.Entry.Zone)}}]
              name    = {{HclText.Quoted(pair.Entry.Name)}}
              type    = "TXT"
              ttl     = {{pair.Entry.TtlText}}
              content = {{HclText.Quoted(CodeText.Presentation(pair.Entry))}}
            }

            """.Replace("\r\n", "\n")));
}
