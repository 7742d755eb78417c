namespace MtaStsTools.Publishing.RecordCode;

/// <summary>Resources <c>aws_route53_record</c>. The provider puts the outer quotation marks around a value; those between strings, and the escapes of the master file, are ours.</summary>
internal static class TerraformAwsCode
{
    public static string Write(IReadOnlyList<CodeEntry> entries)
    {
        var zones = CodeText.IdentifyZones(entries);
        return CodeText.Head("#", HclText.Owner)
            + string.Concat(zones.Select(zone =>
                $$"""

                data "aws_route53_zone" "{{zone.Value}}" {
                  name = {{HclText.Quoted(zone.Key + ".")}}
                }

                """.Replace("\r\n", "\n")))
            + string.Concat(CodeText.Identify(entries).Select(pair =>
                $$"""

                resource "aws_route53_record" "{{pair.Identifier}}" {
                  zone_id = data.aws_route53_zone.{{zones[pair.Entry.Zone]}}.zone_id
                  name    = {{HclText.Quoted(pair.Entry.Name)}}
                  type    = "TXT"
                  ttl     = {{pair.Entry.TtlText}}
                  records = [{{HclText.Quoted(Inner(CodeText.Presentation(pair.Entry)))}}]
                }

                """.Replace("\r\n", "\n")));
    }

    private static string Inner(string presentation) => presentation.Substring(1, presentation.Length - 2).Replace("\" \"", "\"\"");
}
