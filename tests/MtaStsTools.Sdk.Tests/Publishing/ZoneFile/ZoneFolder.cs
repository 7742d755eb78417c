using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Sdk.Tests.Publishing.ZoneFile;

/// <summary>A folder with the file of the zone example.test, and a reader of TXT lines that is not the provider's.</summary>
public sealed class ZoneFolder : IDisposable
{
    public const string Head = "$TTL 1h\n@ IN SOA ns1 hostmaster (\n\t7 ; serial\n\t1h 15m 2w 1h )\n\tNS ns1\n\tNS ns2.elsewhere.example.\nns1 A 192.0.2.1\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mtasts-zone-");

    public string Main => File("example.test.zone");

    public string Text
    {
        get => System.IO.File.ReadAllText(Main, Encoding.Latin1);
        set => System.IO.File.WriteAllText(Main, value, Encoding.Latin1);
    }

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public ZoneFileProvider Provider(Func<ZoneFileOptions, ZoneFileOptions>? with = null)
    {
        var options = new ZoneFileOptions { Path = Main, Zone = "example.test", SerialStyle = ZoneSerialStyle.Counter };
        return new ZoneFileProvider(with is null ? options : with(options));
    }

    public void WriteTexts(IEnumerable<string> texts) =>
        Text = Head + string.Concat(texts.Select(text => $"_mta-sts 300 IN TXT {string.Join(' ', text.Chunk(255).DefaultIfEmpty([]).Select(part => $"\"{string.Concat(part.Select(Escaped))}\""))}\n")) + "mail A 192.0.2.9\n";

    public IReadOnlyList<string> ReadTexts() =>
        [.. Regex.Matches(Text, "(?m)^_mta-sts\\S*\\s.*?\\bTXT\\s+(?<strings>\".*)$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)).Select(line => Strings(line.Groups["strings"].Value))];

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Strings(string line) => string.Concat(Regex.Matches(line, "\"(?<text>(?:\\\\.|[^\"\\\\])*)\"", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5))
        .Select(part => Regex.Replace(
            part.Groups["text"].Value,
            @"\\(?<number>[0-9]{3})|\\(?<plain>.)",
            match => match.Groups["plain"].Success ? match.Groups["plain"].Value : $"{(char)byte.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)}",
            RegexOptions.CultureInvariant,
            TimeSpan.FromSeconds(5))));

    private static string Escaped(char octet) => octet is > ' ' and <= '~' and not ('"' or '\\') ? $"{octet}" : $"\\{(int)octet:D3}";
}
