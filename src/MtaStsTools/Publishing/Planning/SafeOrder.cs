using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Planning;

/// <summary>Puts steps into the order of RFC 8461 §8.1. Pure.</summary>
internal static class SafeOrder
{
    public static ChangePlan Publish(PolicyFileStep file, RecordChangeStep record, PolicyPublishRequest request, DomainReport report, DateTimeOffset now) => new()
    {
        PlannedAt = now,
        Basis = [Basis(report)],
        Steps =
        [
            file,
            new VerifyPolicyStep { Domain = record.Domain, Policy = request.Policy, Force = request.Force },
            record with { ReadsBack = false },
            ReadBack(record),
            new TestDomainStep { Domain = record.Domain, Policy = request.Policy, Id = record.After?.Id },
        ],
    };

    public static PlanBasis Basis(DomainReport report) => new()
    {
        Domain = report.Domain,
        MailExchangers = [.. report.MailExchangers.Select(mx => mx.Host)],
        ServedPolicy = report.Policy,
    };

    public static ReadBackStep ReadBack(RecordChangeStep record, bool mustAgree = false) => new()
    {
        Domain = record.Domain,
        Provider = record.Provider,
        Kind = record.Kind,
        Change = record.Change,
        MustAgree = mustAgree,
    };
}
