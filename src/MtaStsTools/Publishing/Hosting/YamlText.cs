using System.Globalization;
using System.Text;

namespace MtaStsTools.Publishing.Hosting;

/// <summary>Strings of YAML 1.2.</summary>
internal static class YamlText
{
    /// <summary>The text in double quotation marks, with every character but printable ASCII escaped (YAML 1.2.2 §5.7).</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and <= '~' and not ('"' or '\\'))
                quoted.Append(text[i]);
            else if (char.IsSurrogatePair(text, i))
                quoted.Append("\\U").Append(char.ConvertToUtf32(text, i++).ToString("X8", CultureInfo.InvariantCulture));
            else
                quoted.Append("\\u").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }
}
