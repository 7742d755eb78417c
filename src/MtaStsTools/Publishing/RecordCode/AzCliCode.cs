namespace MtaStsTools.Publishing.RecordCode;

/// <summary>A script for bash that adds the records to Azure DNS and leaves others of the name alone.</summary>
internal static class AzCliCode
{
    public static string Write(IReadOnlyList<CodeEntry> entries) =>
        "#!/usr/bin/env bash\n"
        + CodeText.Head("#", "Adds them; 'az network dns record-set txt remove-record' removes older ones.")
        + "set -euo pipefail\n: \"${DNS_RESOURCE_GROUP:?Set it to the resource group of the DNS zones.}\"\n"
        + string.Concat(entries.Select(entry =>
            $$"""

            az network dns record-set txt add-record --resource-group "$DNS_RESOURCE_GROUP" --zone-name {{Quoted(entry.Zone)}} --record-set-name {{Quoted(entry.HostName)}} --output none \
              --value {{string.Join(" ", entry.Strings.Select(Quoted))}}
            az network dns record-set txt update --resource-group "$DNS_RESOURCE_GROUP" --zone-name {{Quoted(entry.Zone)}} --name {{Quoted(entry.HostName)}} --output none --set ttl={{entry.TtlText}}

            """.Replace("\r\n", "\n")));

    private static string Quoted(string text)
    {
        if (text.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException("A text with characters that are not printable ASCII cannot be written for the Azure command-line interface. Choose another format.", nameof(text));
        return $"'{text.Replace("'", @"'\''")}'";
    }
}
