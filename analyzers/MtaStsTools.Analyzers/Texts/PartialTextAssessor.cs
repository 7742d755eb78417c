using MtaStsTools.Analyzers.Literals;
using MtaStsTools.Grammar;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>Says of a text with holes only what is true whatever stands in them: what the library says of every filling, at the same known characters.</summary>
internal static class PartialTextAssessor
{
    private static readonly RecentResults<(TextSyntax Syntax, PolicyAdvice Advice, string Text), IReadOnlyList<Finding>> Recent = new(key => key.Text.Length);

    /// <summary>The findings that are certain; their places count the known characters alone.</summary>
    public static IReadOnlyList<Finding> Assess(PartialText text, TextSyntax syntax, PolicyAdvice advice)
    {
        var key = (syntax, advice, text.Key);
        return Recent.TryGet(key, out var known) ? known : Recent.Keep(key, AssessAnew(text, syntax, advice));
    }

    private static List<Finding> AssessAnew(PartialText text, TextSyntax syntax, PolicyAdvice advice)
    {
        List<Fault>? certain = null;
        foreach (var values in Fillings.Of(text))
        {
            var found = InKnownPlaces(text, values, TextFaults.Of(text.Fill(values).AsSpan(), syntax, advice));
            if (certain is null)
                certain = found;
            else
                certain.RemoveAll(fault => !found.Exists(other => IsAtTheSamePlace(fault, other) && TextFaults.SayTheSame(fault, other)));
            if (certain.Count == 0)
                return [];
        }

        // A fix would have to be right for every filling too, and it cannot be written where there is no constant.
        return [.. (certain ?? []).Select(fault => fault.ToFinding(text.Known.AsSpan(), TextSpan.In(text.Known.AsSpan(), fault.Offset, fault.Length)))];
    }

    private static List<Fault> InKnownPlaces(PartialText text, string[] values, IReadOnlyList<Fault> faults)
    {
        var known = new List<Fault>();
        foreach (var fault in faults)
        {
            if (text.KnownOffset(values, fault.Offset, fault.Length) is { } offset)
                known.Add(fault with { Offset = offset });
        }

        return known;
    }

    private static bool IsAtTheSamePlace(in Fault one, in Fault other) => one.Offset == other.Offset && one.Length == other.Length;
}
