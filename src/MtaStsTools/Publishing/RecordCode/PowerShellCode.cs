namespace MtaStsTools.Publishing.RecordCode;

/// <summary>A script with the module DnsServer, which takes a text of one string and at most 254 characters.</summary>
internal static class PowerShellCode
{
    private const int MaxText = 254;

    public static string Write(IReadOnlyList<CodeEntry> entries) =>
        "#Requires -Modules DnsServer\n"
        + CodeText.Head("#", "Adds them; Remove-DnsServerResourceRecord removes older ones.")
        + "$ErrorActionPreference = 'Stop'\n"
        + string.Concat(entries.Select(entry =>
            $"\nAdd-DnsServerResourceRecord -Txt -ZoneName {Quoted(entry.Zone)} -Name {Quoted(entry.HostName)} -TimeToLive ([timespan]::FromSeconds({entry.TtlText})) `\n  -DescriptiveText {Text(entry)}\n"));

    private static string Text(CodeEntry entry) => entry.Value.Text.Length <= MaxText
        ? Quoted(entry.Value.Text)
        : throw new ArgumentException($"The record {DisplayText.Sanitize(entry.Name)} has {entry.Value.Text.Length} characters, and the cmdlets of the Windows DNS server take {MaxText}. Choose another format.", nameof(entry));

    private static string Quoted(string text)
    {
        if (text.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException("A text with characters that are not printable ASCII cannot be written as a PowerShell script. Choose another format.", nameof(text));
        return $"'{text.Replace("'", "''")}'";
    }
}
