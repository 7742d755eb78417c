using System.Text;
using MtaStsTools.Grammar.Records;

namespace MtaStsTools;

/// <summary>What the two TXT records have in common.</summary>
internal static class RecordText
{
    /// <summary>The well-formed fields other than the required one.</summary>
    public static List<Extension> Extensions(ReadOnlySpan<char> text, ref RecordGrammar grammar)
    {
        var extensions = new List<Extension>();
        foreach (var field in grammar.Fields)
        {
            if (field.IsValid && field != grammar.Required)
                extensions.Add(new Extension(field.Name(text).ToString(), field.Value(text).ToString()));
        }

        return extensions;
    }

    public static string Format(RecordDialect dialect, string required, IReadOnlyList<Extension> extensions)
    {
        var text = new StringBuilder(dialect.Version).Append("; ").Append(dialect.RequiredField).Append('=').Append(required).Append(';');
        foreach (var extension in extensions)
            text.Append(' ').Append(extension.Name).Append('=').Append(extension.Value).Append(';');
        return text.ToString();
    }
}
