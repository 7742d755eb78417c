using System.Globalization;
using System.Text;

namespace MtaStsTools.Doubles.Dns;

/// <summary>Texts, one character an octet, as master files write TXT records: written apart from the code that is tested.</summary>
public static class MasterFileText
{
    public static string Write(string text) =>
        text.Length == 0 ? "\"\"" : string.Join(' ', text.Chunk(255).Select(chunk => $"\"{string.Concat(chunk.Select(Escape))}\""));

    public static string Read(string content)
    {
        var text = new StringBuilder();
        var inside = false;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '"')
            {
                inside = !inside;
            }
            else if (content[i] == '\\' && char.IsAsciiDigit(content[i + 1]))
            {
                text.Append((char)int.Parse(content.AsSpan(i + 1, 3), CultureInfo.InvariantCulture));
                i += 3;
            }
            else if (content[i] == '\\')
            {
                text.Append(content[++i]);
            }
            else if (inside)
            {
                text.Append(content[i]);
            }
        }

        return text.ToString();
    }

    private static string Escape(char octet) => octet switch
    {
        '"' or '\\' => $"\\{octet}",
        >= ' ' and <= '~' => octet.ToString(),
        _ => $"\\{(int)octet:D3}",
    };
}
