using System.Globalization;
using System.Text;

namespace MtaStsTools.Publishing.RecordCode;

/// <summary>Bicep resources in zones of Azure DNS that exist.</summary>
internal static class BicepCode
{
    private const string ApiVersion = "2018-05-01";

    public static string Write(IReadOnlyList<CodeEntry> entries)
    {
        var zones = CodeText.IdentifyZones(entries);
        return CodeText.Head("//", "A resource holds all TXT records of its name: add others that must stay.", "Deploy to the resource group of the zones.")
            + string.Concat(zones.Select(zone =>
                $$"""

                resource {{zone.Value}} 'Microsoft.Network/dnsZones@{{ApiVersion}}' existing = {
                  name: {{Quoted(zone.Key)}}
                }

                """.Replace("\r\n", "\n")))
            + string.Concat(CodeText.Identify(entries).Select(pair =>
                $$"""

                resource {{pair.Identifier}} 'Microsoft.Network/dnsZones/TXT@{{ApiVersion}}' = {
                  parent: {{zones[pair.Entry.Zone]}}
                  name: {{Quoted(pair.Entry.HostName)}}
                  properties: {
                    TTL: {{pair.Entry.TtlText}}
                    TXTRecords: [
                      {
                        value: [
                {{string.Concat(pair.Entry.Strings.Select(text => $"          {Quoted(text)}\n"))}}        ]
                      }
                    ]
                  }
                }

                """.Replace("\r\n", "\n")));
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var c in text)
        {
            if (c is '\'' or '\\' or '$')
                quoted.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~')
                quoted.Append(c);
            else
                quoted.Append("\\u{").Append(((int)c).ToString("x", CultureInfo.InvariantCulture)).Append('}');
        }

        return quoted.Append('\'').ToString();
    }
}
