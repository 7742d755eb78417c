using System.Text;
using MtaStsTools.Grammar;
using MtaStsTools.Grammar.Records;

namespace MtaStsTools;

/// <summary>What the two TXT records have in common.</summary>
internal static class RecordText
{
    public static IReadOnlyList<Finding> Validate(ReadOnlySpan<char> text, RecordDialect dialect)
    {
        var grammar = new RecordGrammar(text, dialect, stackalloc RecordField[RecordGrammar.Room]);
        grammar.Read();
        return grammar.Findings.ToList();
    }

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

    /// <summary>The discard-then-exactly-one rule: counting comes before syntax, so a good record and a malformed one are two.</summary>
    public static string? Select(IEnumerable<string> txtRecords, RecordDialect dialect, out IReadOnlyList<Finding> findings)
    {
        var all = new List<Finding>();
        var counted = new List<string>();
        var otherVersions = new List<string>();
        var total = 0;
        foreach (var text in txtRecords)
        {
            total++;
            if (dialect.Counts(text.AsSpan()))
                counted.Add(text);
            else if (dialect.LooksMeant(text.AsSpan()))
                all.AddRange(Validate(text.AsSpan(), dialect));
            else if (dialect.HasOtherVersion(text.AsSpan()))
                otherVersions.Add(text);
        }

        if (counted.Count == 0)
        {
            // A younger version may stand beside this one; on its own it is what the domain takes for its record.
            foreach (var text in otherVersions)
                all.AddRange(Validate(text.AsSpan(), dialect));
            all.Add(dialect.NoRecord.On(subject: null, total));
        }
        else if (counted.Count > 1)
        {
            all.Add(dialect.SeveralRecords.On(subject: null, counted.Count));
        }

        foreach (var text in counted)
            all.AddRange(Validate(text.AsSpan(), dialect));

        findings = all;
        return counted.Count == 1 ? counted[0] : null;
    }
}
