using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Checks;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Planning;

namespace MtaStsTools;

public sealed partial class MtaStsPublisher
{
    /// <summary>
    /// Works out what serving and announcing one policy for many domains would change: the files, a look at the policy host of each domain that is announced
    /// already, the one record, reading back, and a look at each alias that says which record is to be made in its zone. An alias whose certificate is not there
    /// yet is told so, and does not hold up the others. Writes nothing.
    /// </summary>
    /// <exception cref="ArgumentException">There is no alias, or one twice; or an id or a time to live cannot be.</exception>
    /// <exception cref="MtaStsFormatException">A name is no domain name, or the policy has an Error.</exception>
    /// <exception cref="ProviderException">The zone cannot be found, or record or file cannot be read.</exception>
    public async Task<ChangePlan> PlanDelegatedAsync(DelegatedPublishRequest request, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var owner = DomainName.Parse(request.DelegateTo).ToString();
        var aliases = request.Aliases.Select(alias => DomainName.Parse(alias).ToString()).ToList();
        if (aliases.Count == 0 || aliases.Distinct(StringComparer.Ordinal).Count() != aliases.Count || aliases.Contains(owner))
            throw new ArgumentException("Give the domains that share the record, each once and without the one that has it.", nameof(request));
        if (request.Policy.Validate() is var findings && findings.HasError())
            throw new MtaStsFormatException(findings);

        var ownerReport = await LookAsync(owner, withMailExchangers: false, progress, cancellationToken).ConfigureAwait(false);
        var (reports, files, objections) = (new List<DomainReport>(), new List<PolicyFileStep>(), new List<Finding>());
        foreach (var alias in aliases)
        {
            var report = await LookAsync(alias, request.Policy.Mode == MtaStsMode.Enforce, progress, cancellationToken).ConfigureAwait(false);
            reports.Add(report);
            objections.AddRange(PublishingChecks.AssessMailExchangers(report, request.Policy));
            files.Add(PolicyFilePlanner.Put(_host.Description, await _host.ReadAsync(alias, cancellationToken).ConfigureAwait(false), request.Policy));
        }

        var publication = new PolicyPublishRequest { Domain = owner, Policy = request.Policy, Id = request.Id, Ttl = request.Ttl, Force = request.Force };
        var plan = await PlanAsync(owner, publication, ownerReport, objections, progress, cancellationToken).ConfigureAwait(false);
        return SharedOrder.Arrange(plan, files, reports, publication);
    }
}
