using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <content>From where on something is worth a warning.</content>
public sealed partial class TestMtaStsDomainCommand
{
    /// <summary>Under enforce, a max_age below this is a warning. The default is a week.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan MinimumEnforceMaxAge { get; set; } = PolicyAdvice.Default.MinimumEnforceMaxAge;

    /// <summary>With mode none, a max_age above this is a warning. The default is a day.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan MaximumNoneMaxAge { get; set; } = PolicyAdvice.Default.MaximumNoneMaxAge;

    /// <summary>A certificate that expires within this is a warning. The default is 14 days.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan CertificateExpiryWarning { get; set; } = AssessmentOptions.Default.CertificateExpiryWarning;

    /// <summary>The time to assess certificates by. Without it, the time of the observation.</summary>
    [Parameter]
    public DateTimeOffset? AsOf { get; set; }

    private AssessmentOptions Assessment => new()
    {
        Advice = new PolicyAdvice { MinimumEnforceMaxAge = MinimumEnforceMaxAge, MaximumNoneMaxAge = MaximumNoneMaxAge },
        CertificateExpiryWarning = CertificateExpiryWarning,
        AsOf = AsOf,
    };
}
