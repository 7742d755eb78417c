using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Plans;

/// <summary>Turns a plan into what JSON has of it.</summary>
internal static class PlanWriter
{
    public static PlanDocument Write(ChangePlan plan) => new()
    {
        SchemaVersion = ChangePlanJson.CurrentSchemaVersion,
        PlannedAt = plan.PlannedAt,
        Basis = [.. plan.Basis.Select(basis => new BasisDocument { Domain = basis.Domain, MailExchangers = basis.MailExchangers, ServedPolicy = basis.ServedPolicy?.ToString() })],
        Steps = [.. plan.Steps.Select(Write)],
    };

    private static StepDocument Write(IChangeStep step) => step switch
    {
        PolicyFileStep file => Common(step, StepKinds.PolicyFile) with { Provider = file.Provider, Reason = file.Reason, File = Write(file.Change) },
        VerifyPolicyStep verify => Common(step, StepKinds.VerifyPolicy) with { Policy = verify.Policy.ToString(), Force = verify.Force },
        RecordChangeStep record => Common(step, StepKinds.Record) with
        {
            Provider = record.Provider,
            Reason = record.Reason,
            Record = StepKinds.Name(record.Kind),
            Change = Write(record.Change),
            ReadsBack = record.ReadsBack,
        },
        ReadBackStep readBack => Common(step, StepKinds.ReadBack) with
        {
            Provider = readBack.Provider,
            Record = StepKinds.Name(readBack.Kind),
            Change = Write(readBack.Change),
            MustAgree = readBack.MustAgree,
        },
        TestDomainStep test => Common(step, StepKinds.TestDomain) with { Policy = test.Policy?.ToString(), Id = test.Id },
        WaitStep wait => Common(step, StepKinds.Wait) with { Reason = wait.Reason, Until = wait.Until, Force = wait.Force },
        DelegationStep delegation => Common(step, StepKinds.Delegation) with { DelegateTo = delegation.DelegateTo, Policy = delegation.Policy.ToString() },
        _ => throw new ArgumentException($"A step of the kind {step.GetType().Name} has no JSON form.", nameof(step)),
    };

    private static StepDocument Common(IChangeStep step, string kind) => new()
    {
        Kind = kind,
        Domain = step.Domain,
        Findings = [.. step.Findings.Select(finding => new FindingDocument { Id = finding.Id, Severity = StepKinds.Name(finding.Severity), Message = finding.Message, Subject = finding.Subject })],
    };

    private static FileDocument Write(PolicyFileChange change) => new()
    {
        Location = change.Expected.Location,
        Expected = change.Expected.Body is { } expected ? OctetText.Write(expected) : null,
        ExpectedVersion = change.Expected.Version,
        Body = change.Body is { } body ? OctetText.Write(body) : null,
    };

    private static RecordDocument Write(RecordChange change) => new()
    {
        Zone = change.Zone,
        RecordName = change.RecordName,
        Expected = [.. change.Expected.Select(OctetText.Write)],
        ExpectedTtl = (long?)change.ExpectedTtl?.TotalSeconds,
        Remove = [.. change.Remove.Select(OctetText.Write)],
        Add = [.. change.Add.Select(OctetText.Write)],
        Ttl = (long)change.Ttl.TotalSeconds,
    };
}
