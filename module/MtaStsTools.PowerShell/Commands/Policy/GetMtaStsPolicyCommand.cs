using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Gets the policy that a domain serves now.</summary>
[Cmdlet(VerbsCommon.Get, "MtaStsPolicy")]
[OutputType(typeof(MtaStsPolicy))]
public sealed class GetMtaStsPolicyCommand : ObservingCmdlet
{
    private protected override ObservationOptions Options => base.Options with { SkipSmtp = true };

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        using var observer = new DomainObserver(Options);
        foreach (var domain in ReadDomains())
        {
            var report = DomainAssessor.Assess(await observer.ObserveAsync(domain, cancellationToken).ConfigureAwait(false));
            var obstacles = report.Findings.Where(IsAboutThePolicy).ToList();
            if (report.Policy is { } policy && !obstacles.HasError())
            {
                InvalidText.Warn(this, obstacles);
                await WriteObjectAsync(OutputFor.Domain(domain, policy)).ConfigureAwait(false);
            }
            else
            {
                await WriteErrorAsync(Failure(domain, obstacles)).ConfigureAwait(false);
            }
        }
    }

    // What is wrong with records and MX hosts is for Test-MtaStsDomain to say.
    private static bool IsAboutThePolicy(Finding finding) =>
        finding.IsAbout(RuleCategory.PolicyText) || finding.IsAbout(RuleCategory.PolicyHost);

    private static ErrorRecord Failure(string domain, List<Finding> obstacles)
    {
        if (obstacles.HasError())
            return InvalidText.Error("NoUsablePolicy", $"{domain} has no usable policy", obstacles, domain);
        var reason = obstacles.Count > 0 ? obstacles[0] : AnnouncementRules.NotConfigured.On(domain, domain);
        return CommandError.Create("NoUsablePolicy", ErrorCategory.ObjectNotFound, reason.Message, domain, reason.Remedy);
    }
}
