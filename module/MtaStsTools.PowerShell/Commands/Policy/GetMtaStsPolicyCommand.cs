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
                await WriteErrorAsync(Failure(report, obstacles)).ConfigureAwait(false);
            }
        }
    }

    // What is wrong with records and MX hosts is for Test-MtaStsDomain to say.
    private static bool IsAboutThePolicy(Finding finding) =>
        finding.IsAbout(RuleCategory.PolicyText) || finding.IsAbout(RuleCategory.PolicyHost);

    private static ErrorRecord Failure(DomainReport report, List<Finding> obstacles)
    {
        var domain = report.Domain;
        if (report.Observation.PolicyHost is { Fetches.Count: 0, Addresses: var addresses } host
            && new[] { addresses.IPv4, addresses.IPv6 }.FirstOrDefault(lookup => !lookup.IsConclusive) is { } failed)
        {
            return NotFound.LookupIndeterminate(domain, $"The addresses of {host.Host}", failed);
        }

        var absence = report.Findings.FirstOrDefault(IsAbsence) ?? (obstacles.HasError() ? null : AnnouncementRules.NotConfigured.On(domain, domain));
        return absence is null
            ? InvalidText.Error("NoUsablePolicy", $"{domain} has no usable policy", obstacles, domain)
            : NotFound.NotPublished(domain, absence.Message, absence.Remedy);
    }

    private static bool IsAbsence(Finding finding) =>
        finding.Id == AnnouncementRules.NotConfigured.Id || finding.Id == PolicyHostRules.DomainDoesNotExist.Id;
}
