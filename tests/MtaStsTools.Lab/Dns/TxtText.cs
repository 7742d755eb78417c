using System.Text;

namespace MtaStsTools.Lab.Dns;

/// <summary>TXT RDATA back to text (RFC 1035 §3.3.14).</summary>
internal static class TxtText
{
    public static string Joined(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();
        while (!data.IsEmpty)
        {
            text.Append(Encoding.Latin1.GetString(data.Slice(1, data[0])));
            data = data[(data[0] + 1)..];
        }

        return text.ToString();
    }
}
