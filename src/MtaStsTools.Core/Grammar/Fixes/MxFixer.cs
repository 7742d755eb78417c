using MtaStsTools.Grammar.Names;

namespace MtaStsTools.Grammar.Fixes;

/// <summary>Works out what certainly fixes an mx value. Places count within the value.</summary>
internal static class MxFixer
{
    private static readonly Dictionary<string, Func<MxProblem, TextFix?>> Fixes = new(StringComparer.Ordinal)
    {
        [PolicyRules.MxSeveralNames.Id] = problem => problem.Replace(0, OnLinesOfTheirOwn(problem)),
        [PolicyRules.MxPreference.Id] = problem => problem.Replace(0, MxPreference.HostBeside(problem.Value)?.TrimEnd('.') is { } host && MxGrammar.IsPattern(host.AsSpan()) ? host : null),
        [PolicyRules.MxUrl.Id] = problem => problem.Replace(0, HostOfUrl(problem.Value)),
        [PolicyRules.MxPort.Id] = problem => new TextFix(problem.At, problem.Length, ""),
        [PolicyRules.MxInternationalLabel.Id] = AsALabels,
        [PolicyRules.MxInvalidCharacter.Id] = problem => problem.Replace(0, WithoutPunctuation(problem.Value)),
        [PolicyRules.MxTrailingDot.Id] = WithoutTrailingDots,
        // The drafts wrote a wildcard as a leading dot.
        [PolicyRules.MxLeadingDot.Id] = problem => HostNameGrammar.IsHostName(problem.Value.AsSpan(1)) ? new TextFix(0, 0, "*") : null,
        [PolicyRules.MxEmptyLabel.Id] = problem => new TextFix(problem.At + 1, 1, ""),
    };

    /// <summary>The fix of a fault that <see cref="MxGrammar"/> told of a value, or null.</summary>
    /// <param name="value">The value.</param>
    /// <param name="offset">Where in the text it begins.</param>
    /// <param name="lineEnd">How lines of the text end.</param>
    /// <param name="fault">The fault.</param>
    public static TextFix? Fix(string value, int offset, string lineEnd, Fault fault)
    {
        if (!Fixes.TryGetValue(fault.Rule.Id, out var work))
            return null;
        return work(new MxProblem(value, fault.Offset - offset, fault.Length, lineEnd)) is { } fix ? fix with { Offset = offset + fix.Offset } : null;
    }

    private static string? OnLinesOfTheirOwn(MxProblem problem)
    {
        var names = problem.Value.Split(MxGrammar.BetweenNames, StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(names, name => MxGrammar.IsPattern(name.AsSpan())) ? string.Join(problem.LineEnd + "mx: ", names) : null;
    }

    private static string? HostOfUrl(string value)
    {
        var scheme = value.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || value.AsSpan().IndexOf('@') >= 0)
            return null;
        var host = value.Substring(scheme + 3);
        var end = host.IndexOfAny(['/', ':', '?', '#']);
        if (end >= 0)
            host = host.Substring(0, end);
        return MxGrammar.IsPattern(host.AsSpan()) ? host : null;
    }

    private static TextFix? AsALabels(MxProblem problem)
    {
        var start = MxGrammar.HostStart(problem.Value.AsSpan());
        return DomainNameGrammar.ToAscii(problem.Value.Substring(start)) is { } ascii && HostNameGrammar.IsHostName(ascii.AsSpan())
            ? problem.Replace(start, ascii)
            : null;
    }

    /// <summary>The good name inside quotes or before a comma or semicolon.</summary>
    private static string? WithoutPunctuation(string value)
    {
        var name = value.AsSpan().Trim("\"'`<>;, ".AsSpan());
        return MxGrammar.IsPattern(name) ? name.ToString() : null;
    }

    /// <summary>One dot may hide behind another.</summary>
    private static TextFix? WithoutTrailingDots(MxProblem problem)
    {
        var name = problem.Value.TrimEnd('.').Length;
        return name > 0 ? new TextFix(name, problem.Value.Length - name, "") : null;
    }
}
