using MtaStsTools.Publishing.RecordCode;

namespace MtaStsTools.Sdk.Tests.Publishing.RecordCode;

/// <summary>Records whose texts would like to be code. Real ones cannot hold all of this; the writers must not rely on it.</summary>
internal static class HostileEntries
{
    public static readonly string[] Texts =
    [
        "v=STSv1; id=20240131;",
        "v=STSv1; x='; rm -rf / #",
        "v=STSv1; x=\"${file(\"/etc/passwd\")}%{ if true }$${y}",
        "v=STSv1; x=$(id)`id`${HOME}!!",
        "v=STSv1; x=*/ // */ <!-- </script>",
        "v=STSv1; x=\\u0041\\x41\\065\\",
        "v=STSv1; x='@\" + $(throw) + \"@' '' \\' \\\"",
        "v=STSv1; x={{y}} {0} %s - : ? [a] {b: c} & * | > %",
        string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)),
        "v=TLSRPTv1; rua=" + new string('a', 300) + "\\'\"$;",
    ];

    /// <summary>Texts that only some formats can hold.</summary>
    public static readonly string[] Octets = ["caf\u00E9 \u0080\u00FF", "line\nbreak\r\t\u0000\u001B[2J"];

    /// <summary>An entry for each text, in two zones, one of which lies deeper than its zone.</summary>
    public static IReadOnlyList<CodeEntry> Of(IEnumerable<string> texts) => [.. texts.Select((text, number) => new CodeEntry
    {
        Kind = number % 2 == 0 ? "mta_sts" : "tlsrpt",
        Domain = $"d{number}.xn--bcher-kva.example",
        Zone = number % 3 == 0 ? $"d{number}.xn--bcher-kva.example" : "xn--bcher-kva.example",
        Name = $"_mta-sts.d{number}.xn--bcher-kva.example",
        Value = TxtValue.FromText(text),
        Ttl = 300 + number,
    })];
}
