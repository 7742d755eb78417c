using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Checks;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Planning;

namespace MtaStsTools;

public sealed partial class MtaStsPublisher
{
    /// <summary>
    /// Works out the removal of MTA-STS in stages (RFC 8461 §8.3): the policy 'none' under a new id, the wait until no sender can hold an earlier policy, and
    /// then the end of record and policy. The date is kept in the policy 'none', so that any later run finds it; until then
    /// <see cref="ApplyAsync"/> ends with <see cref="ChangeResult.NotBefore"/>. Writes nothing.
    /// </summary>
    /// <exception cref="MtaStsFormatException">The domain is no domain name, or the max_age of 'none' cannot be.</exception>
    /// <exception cref="ProviderException">The zone cannot be found, or record or file cannot be read.</exception>
    public async Task<ChangePlan> PlanWithdrawalAsync(WithdrawalRequest request, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var domain = DomainName.Parse(request.Domain).ToString();
        var report = await LookAsync(domain, withMailExchangers: false, progress, cancellationToken).ConfigureAwait(false);
        var stored = await _host.ReadAsync(domain, cancellationToken).ConfigureAwait(false);
        var removal = (RecordChangeStep)(await _records.PlanRemovalAsync(new RemovalRequest { Domain = domain }, progress, cancellationToken).ConfigureAwait(false)).Steps[0];
        // The advice on removals is for whoever removes a record by itself; here the stages follow it.
        removal = removal with { Findings = [.. removal.Findings.Where(finding => finding.Severity == Severity.Error)] };
        var (file, served) = (PolicyFilePlanner.Read(stored), report.Policy);
        var until = WithdrawalPlanner.Until(request, file, served, removal.Before, Now);

        // After the date 'none' has done its work, and where the record is gone already it has been announced. A record that somebody took away outright leaves
        // senders with the policy that they hold: 'none' is announced for them all the same.
        var marked = RemovalMark.Read(file) is not null;
        var nothing = removal.IsEmpty && (stored.Body is null || (request.Force && !marked));
        var announces = removal.IsEmpty ? !marked && !nothing : !(marked && until <= Now);
        var announcement = announces
            ? await PlanNoneAsync(domain, request, WithdrawalPlanner.None(request, file ?? served, until), report, progress, cancellationToken).ConfigureAwait(false)
            : [];
        var wait = new WaitStep
        {
            Domain = domain,
            Until = nothing ? Now : until,
            Reason = "No sender holds an earlier policy after that.",
            Force = request.Force,
        };
        var clock = WithdrawalPlanner.AssessClock(domain, removal.Before, Now);
        return new ChangePlan
        {
            PlannedAt = Now,
            Basis = [SafeOrder.Basis(report)],
            Steps = WithdrawalPlanner.Steps(
                announcement,
                wait with { Findings = request.Force ? [.. clock.Select(PublishingChecks.Override)] : clock },
                AfterAnnouncement(removal, announcement),
                PolicyFilePlanner.Remove(_host.Description, announcement.OfType<PolicyFileStep>().FirstOrDefault() is { } put ? stored with { Body = put.Change.Body } : stored)),
        };
    }

    /// <summary>The steps that serve and announce 'none', without the test of the domain that they would end with.</summary>
    private async Task<IReadOnlyList<IChangeStep>> PlanNoneAsync(
        string domain, WithdrawalRequest request, MtaStsPolicy none, DomainReport report, IProgress<PublishProgress>? progress, CancellationToken cancellationToken)
    {
        if (none.Validate() is var findings && findings.HasError())
            throw new MtaStsFormatException(findings);
        var publication = new PolicyPublishRequest { Domain = domain, Policy = none, Force = request.Force };
        var plan = await PlanAsync(domain, publication, report, [], progress, cancellationToken).ConfigureAwait(false);
        return [.. plan.Steps.Where(step => step is not TestDomainStep)];
    }

    /// <summary>The removal of what the announcement leaves, which is not there yet.</summary>
    private static RecordChangeStep AfterAnnouncement(RecordChangeStep removal, IReadOnlyList<IChangeStep> announcement)
    {
        if (announcement.OfType<RecordChangeStep>().FirstOrDefault() is not { IsEmpty: false } announced)
            return removal;
        var place = new ChangePlace { Domain = removal.Domain, Zone = removal.Change.Zone, Provider = removal.Provider };
        return ChangePlanner.Remove(place, new TxtRecordSet { RecordName = removal.Change.RecordName, Values = announced.Change.Result, Ttl = announced.Change.Ttl }) with { Findings = removal.Findings };
    }
}
