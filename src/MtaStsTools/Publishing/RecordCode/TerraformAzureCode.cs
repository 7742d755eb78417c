namespace MtaStsTools.Publishing.RecordCode;

/// <summary>Resources <c>azurerm_dns_txt_record</c>; the provider cuts a value into strings itself.</summary>
internal static class TerraformAzureCode
{
    public static string Write(IReadOnlyList<CodeEntry> entries) =>
        CodeText.Head("#", HclText.Owner)
        + HclText.Variable("dns_resource_group", "string", "The resource group of the DNS zones.")
        + string.Concat(CodeText.Identify(entries).Select(pair =>
            $$"""

            resource "azurerm_dns_txt_record" "{{pair.Identifier}}" {
              name                = {{HclText.Quoted(pair.Entry.HostName)}}
              zone_name           = {{HclText.Quoted(pair.Entry.Zone)}}
              resource_group_name = var.dns_resource_group
              ttl                 = {{pair.Entry.TtlText}}

              record {
                value = {{HclText.Quoted(pair.Entry.Value.Text)}}
              }
            }

            """.Replace("\r\n", "\n")));
}
