using MtaStsTools.Publishing.Checks;
using MtaStsTools.Publishing.Estates;
using MtaStsTools.Publishing.Planning;

namespace MtaStsTools.Publishing.Drift;

/// <summary>Holds a domain as senders meet it against what it shall be. Pure: no clock, no network.</summary>
public static class DomainDrift
{
    private const string Nothing = "nothing";

    /// <summary>The differences, those of the record first; none where senders meet what is wanted.</summary>
    /// <param name="desired">The domain as it shall be.</param>
    /// <param name="report">The domain as it was seen, every address of its policy host among it.</param>
    /// <exception cref="ArgumentException">The report is about another domain.</exception>
    public static IReadOnlyList<DomainDifference> Compare(DesiredDomain desired, DomainReport report)
    {
        if (!string.Equals(DomainName.Parse(desired.Domain).Ascii, report.Domain, StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The report is about {DisplayText.Sanitize(report.Domain)}, and not about {DisplayText.Sanitize(desired.Domain)}.", nameof(report));
        if (report.Observation.Failure is { } failure)
            return [Difference(report, DifferenceKind.NotObserved, report.Domain, "observed", failure)];
        return
        [
            .. desired.Policy is { } policy ? [.. OfRecord(report, policy), .. OfPolicy(report, policy)] : OfRemoval(report),
            .. desired.TlsReporting is { } reporting ? OfReporting(report, reporting) : [],
        ];
    }

    /// <summary>The differences of an alias: what its own policy host serves, and whether its record name leads to the shared record.</summary>
    /// <param name="desired">The domain whose record and policy it shares.</param>
    /// <param name="report">The alias as it was seen, every address of its policy host among it.</param>
    public static IReadOnlyList<DomainDifference> CompareAlias(DesiredDomain desired, DomainReport report)
    {
        if (report.Observation.Failure is { } failure)
            return [Difference(report, DifferenceKind.NotObserved, report.Domain, "observed", failure)];
        var (owner, name) = (DomainName.Parse(desired.Domain).Ascii, WellKnownNames.RecordOf(report.Domain));
        var lookup = report.Observation.Record.Lookup;
        return
        [
            .. SharedOrder.IsAnnounced(report, owner) ? []
                : lookup.Failure is { } unknown ? [Difference(report, DifferenceKind.NotObserved, name, $"an alias of {WellKnownNames.RecordOf(owner)}", unknown)]
                : (DomainDifference[])[Difference(report, DifferenceKind.AliasNotAnnounced, name, $"an alias of {WellKnownNames.RecordOf(owner)}", lookup.Aliases.Count > 0 ? $"an alias of {lookup.Aliases[0]}" : "no alias")],
            .. desired.Policy is { } policy ? OfPolicy(report, policy) : [],
        ];
    }

    private static IEnumerable<DomainDifference> OfRecord(DomainReport report, MtaStsPolicy policy)
    {
        var (texts, name) = (report.Observation.Record, WellKnownNames.RecordOf(report.Domain));
        if (report.Record is not { } record)
        {
            yield return texts.Lookup.Failure is { } failure ? Difference(report, DifferenceKind.NotObserved, name, "one record", failure)
                : OfKind(texts, RecordKind.MtaSts) is { Count: > 0 } own ? Difference(report, DifferenceKind.RecordUnusable, name, "one record", string.Join(" ", own.Take(4)))
                : Difference(report, DifferenceKind.RecordMissing, name, "one record", Nothing);
            yield break;
        }

        if (PolicyId.Announces(record.Id, policy) is not { } announces)
            yield return Difference(report, DifferenceKind.RecordUnproven, name, "an id that tells the policy", $"the id {record.Id}");
        else if (!announces)
            yield return Difference(report, DifferenceKind.RecordStale, name, "an id of the wanted policy", $"the id {record.Id}") with { Since = PolicyId.DerivedAt(record.Id) };
    }

    private static IEnumerable<DomainDifference> OfPolicy(DomainReport report, MtaStsPolicy policy)
    {
        var host = WellKnownNames.PolicyHostOf(report.Domain);
        var expected = PlanDifferences.Show(policy);
        var addresses = ServedPolicies.Compare(report.Observation.PolicyHost, policy);
        if (!addresses.Any(address => address.Agreement != ServerAgreement.NotAsked))
            yield return Difference(report, DifferenceKind.PolicyUnavailable, host, expected, addresses.Count > 0 ? addresses[0].ToString() : NoPolicy.Reason(report));
        foreach (var address in addresses.Where(address => address.IsBehind))
        {
            var kind = address.Agreement == ServerAgreement.Differs && report.Policy is not null ? DifferenceKind.PolicyDiffers : DifferenceKind.PolicyUnavailable;
            yield return Difference(report, kind, host, expected, address.ToString());
        }
    }

    private static IEnumerable<DomainDifference> OfRemoval(DomainReport report)
    {
        var (texts, name) = (report.Observation.Record, WellKnownNames.RecordOf(report.Domain));
        if (report.Record is { } record && RemovalMark.Read(report.Policy) is { } until && PolicyId.Announces(record.Id, report.Policy!) == true)
        {
            yield return Difference(report, DifferenceKind.RemovalPending, name, Nothing, $"'none' until {RemovalTime.Words(until)}") with { Since = PolicyId.DerivedAt(record.Id) };
            yield break;
        }

        if (texts.Lookup.Failure is { } failure)
            yield return Difference(report, DifferenceKind.NotObserved, name, Nothing, failure);
        else if (report.Record is not null || OfKind(texts, RecordKind.MtaSts).Count > 0)
            yield return Difference(report, DifferenceKind.RecordUnexpected, name, Nothing, report.Record?.ToString() ?? string.Join(" ", OfKind(texts, RecordKind.MtaSts).Take(4))) with { Since = report.Record is { } known ? PolicyId.DerivedAt(known.Id) : null };
        if (report.Policy is { } policy)
            yield return Difference(report, DifferenceKind.PolicyUnexpected, WellKnownNames.PolicyHostOf(report.Domain), Nothing, PlanDifferences.Show(policy));
    }

    private static IEnumerable<DomainDifference> OfReporting(DomainReport report, TlsRptRecord expected)
    {
        var name = WellKnownNames.TlsRptOf(report.Domain);
        if (report.TlsReporting is { } now)
        {
            if (!now.Equals(expected))
                yield return Difference(report, DifferenceKind.ReportingDiffers, name, expected.ToString(), now.ToString());
        }
        else if (report.Observation.TlsReporting.Lookup.Failure is { } failure)
        {
            yield return Difference(report, DifferenceKind.NotObserved, name, expected.ToString(), failure);
        }
        else
        {
            var own = OfKind(report.Observation.TlsReporting, RecordKind.TlsRpt);
            yield return Difference(report, DifferenceKind.ReportingMissing, name, expected.ToString(), own.Count > 0 ? string.Join(" ", own.Take(4)) : Nothing);
        }
    }

    private static List<TxtFact> OfKind(TxtObservation texts, RecordKind kind) =>
        [.. texts.Records.Where(text => text.Text.StartsWith(kind == RecordKind.TlsRpt ? WellKnownNames.TlsRptVersion : WellKnownNames.RecordVersion, StringComparison.OrdinalIgnoreCase))];

    private static DomainDifference Difference(DomainReport report, DifferenceKind kind, string subject, string expected, string actual) =>
        new() { Domain = report.Domain, Kind = kind, Subject = subject, Expected = DisplayText.Sanitize(expected, 512), Actual = DisplayText.Sanitize(actual, 512) };
}
