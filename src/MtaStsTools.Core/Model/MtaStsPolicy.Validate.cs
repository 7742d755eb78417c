using System.Globalization;

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
        AssessMaxAge(advice, findings);
        if (_mx.Count == 0 && Mode != MtaStsMode.None)
            findings.Add(ApiRules.MxEmpty.On(subject: null, Mode.ToString()));

        // What the typed values cannot rule out, the text shows; the rest is said above in words of the API.
        foreach (var finding in Validate(ToString()))
        {
            if (finding.Id != PolicyRules.MxMissing.Id && !finding.Id.StartsWith("MTASTS103", StringComparison.Ordinal))
                findings.Add(finding);
        }

        return findings;
    }

    private void AssessMaxAge(PolicyAdvice advice, List<Finding> findings)
    {
        if (MaxAge < TimeSpan.Zero || MaxAge > LargestMaxAge)
            findings.Add(ApiRules.MaxAgeOutOfRange.On(subject: null, Show(MaxAge)));
        else if (MaxAge < TimeSpan.FromSeconds(1))
            findings.Add(ApiRules.MaxAgeZero.On(subject: null));
        else if (Mode == MtaStsMode.Enforce && Shortest(advice) is var shortest && MaxAge < shortest)
            findings.Add(ApiRules.EnforceMaxAgeShort.On(subject: null, Show(MaxAge), Show(shortest)));
        else if (Mode == MtaStsMode.None && MaxAge > advice.MaximumNoneMaxAge)
            findings.Add(ApiRules.NoneMaxAgeLong.On(subject: null, Show(MaxAge), Show(advice.MaximumNoneMaxAge)));
    }

    private static TimeSpan Shortest(PolicyAdvice advice) =>
        advice.MinimumEnforceMaxAge > TimeSpan.FromDays(1) ? advice.MinimumEnforceMaxAge : TimeSpan.FromDays(1);

    private static string Show(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);
}
