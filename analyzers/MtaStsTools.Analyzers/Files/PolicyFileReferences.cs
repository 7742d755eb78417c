using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using MtaStsTools.Analyzers.Literals;
using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Files;

/// <summary>Holds a policy in the source against the file that its comment names.</summary>
internal sealed class PolicyFileReferences(ImmutableArray<AdditionalText> files)
{
    public void Compare(ConstantText text, LanguageComment comment, SyntaxTree tree, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (Find(comment.File!, tree.FilePath) is not { } file)
        {
            var finding = FileRules.PolicyFileNotFound.On(subject: null, comment.File);
            report(Diagnostic.Create(Descriptors.Of(finding), Location.Create(tree, comment.FileSpan), finding.Arguments.Values));
            return;
        }

        var content = file.GetText(cancellationToken)?.ToString() ?? "";
        if (FirstDifference(text.Value, content) is { } difference)
        {
            var finding = FileRules.PolicyFileDiffers.On(subject: null, comment.File, difference.What);
            report(TextReporter.Create(finding, text.Locate(difference.Offset, difference.Length), text.Expression, TextSyntax.Policy));
        }
    }

    /// <summary>The file whose path ends as the comment says; of several, the one nearest to the source.</summary>
    private AdditionalText? Find(string name, string source)
    {
        var ending = "/" + Normalize(name);
        return files
            .Where(file => ("/" + Normalize(file.Path)).EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(file => CommonPrefix(Normalize(file.Path), Normalize(source)))
            .FirstOrDefault();
    }

    private static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".." or ""))
                parts.Add(part);
        }

        return string.Join("/", parts);
    }

    private static int CommonPrefix(string a, string b)
    {
        var i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i])
            i++;
        return i;
    }

    /// <summary>The first line that is not the same; how lines end, and whether the last one does, makes no difference.</summary>
    private static (int Offset, int Length, string What)? FirstDifference(string here, string there)
    {
        var ours = Lines(here);
        var theirs = Lines(there);
        for (var i = 0; i < ours.Count && i < theirs.Count; i++)
        {
            if (ours[i].Text != theirs[i].Text)
                return (ours[i].Offset, ours[i].Text.Length, $"line {i + 1} is '{theirs[i].Text}' there");
        }

        if (ours.Count > theirs.Count)
            return (ours[theirs.Count].Offset, ours[theirs.Count].Text.Length, $"line {theirs.Count + 1} is not there");
        return theirs.Count > ours.Count ? (0, here.Length, $"line {ours.Count + 1}, '{theirs[ours.Count].Text}', is only there") : null;
    }

    private static List<(int Offset, string Text)> Lines(string text)
    {
        var lines = new List<(int, string)>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add((start, text.Substring(start, (end < 0 ? text.Length : end) - start).TrimEnd('\r', ' ', '\t')));
            start = next;
        }

        return lines;
    }
}
