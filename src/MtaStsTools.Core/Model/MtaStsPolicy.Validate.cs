using MtaStsTools.Grammar.Policy;

namespace MtaStsTools;

public sealed partial record MtaStsPolicy
{
    /// <summary>Every problem of the values; the lifetime is assessed by <see cref="PolicyAdvice.Default"/>.</summary>
    public IReadOnlyList<Finding> Validate() => Validate(PolicyAdvice.Default);

    /// <summary>Every problem of the values. Findings about version and extensions have their places in <see cref="ToString"/>.</summary>
    /// <param name="advice">From where on a lifetime is worth a warning.</param>
    public IReadOnlyList<Finding> Validate(PolicyAdvice advice)
    {
        var findings = new List<Finding>();
        var mode = Mode switch { MtaStsMode.Enforce => PolicyMode.Enforce, MtaStsMode.Testing => PolicyMode.Testing, _ => PolicyMode.None };
        if (new Lifetime(mode, MaxAge, advice).ForValues() is { } problem)
            findings.Add(problem);
        if (_mx.Count == 0 && Mode != MtaStsMode.None)
            findings.Add(ApiRules.MxEmpty.On(subject: null, Mode.ToString()));

        // What the typed values cannot rule out, the text shows; the rest is said above in words of the API.
        findings.AddRange(Validate(ToString()).Where(finding => RuleCatalog.Get(finding.Id).TypedForm is null));
        return findings;
    }
}
