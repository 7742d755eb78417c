using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Plans;

/// <summary>
/// Turns what JSON has into a plan, and refuses what no publisher plans: other names than those of the domain's own records, foreign values that are removed or
/// added, a policy that is none.
/// </summary>
internal static class PlanReader
{
    private const int MaxSteps = 10_000;
    private const int MaxValues = 1_000;

    /// <exception cref="PlanFormatException">It is no plan.</exception>
    public static ChangePlan Read(PlanDocument document)
    {
        if (document.SchemaVersion is < 1 or > ChangePlanJson.CurrentSchemaVersion)
            throw new PlanFormatException(FormattableString.Invariant($"The plan has version {document.SchemaVersion}, and this program reads up to version {ChangePlanJson.CurrentSchemaVersion}."));
        if (List(document.Steps).Count > MaxSteps || List(document.Basis).Count > MaxSteps)
            throw new PlanFormatException(FormattableString.Invariant($"The plan has more than {MaxSteps} steps."));
        if (document.Steps.Count == 0)
            throw new PlanFormatException("The plan has no step.");
        return new ChangePlan
        {
            PlannedAt = document.PlannedAt,
            Basis = [.. document.Basis.Select((basis, index) => At($"basis[{index}]", () => Read(basis)))],
            Steps = [.. document.Steps.Select((step, index) => At($"steps[{index}]", () => Read(step)))],
        };
    }

    private static T At<T>(string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new PlanFormatException($"The plan is not as it should be at $.{place}: {DisplayText.Sanitize(exception.Message)}", exception);
        }
    }

    private static PlanBasis Read(BasisDocument basis) => new()
    {
        Domain = Domain(basis.Domain),
        MailExchangers = [.. Bounded(basis.MailExchangers).Select(host => DisplayText.Sanitize(host))],
        ServedPolicy = basis.ServedPolicy is null ? null : MtaStsPolicy.TryParse(basis.ServedPolicy, out var policy, out _) || policy is not null ? policy : throw new FormatException("The policy is none."),
    };

    private static IChangeStep Read(StepDocument step)
    {
        var domain = Domain(step.Domain);
        Finding[] findings = [.. Bounded(step.Findings).Select(Read)];
        return step.Kind switch
        {
            StepKinds.PolicyFile => new PolicyFileStep { Provider = Text(step.Provider), Reason = Text(step.Reason), Change = Read(domain, Need(step.File, "file")), Findings = findings },
            StepKinds.VerifyPolicy => new VerifyPolicyStep { Domain = domain, Policy = Policy(Need(step.Policy, "policy")), Force = step.Force ?? false, Findings = findings },
            StepKinds.Record => RecordSteps.Read(domain, Text(step.Provider), Text(step.Reason), Kind(step.Record), Read(domain, Kind(step.Record), Need(step.Change, "change")), step.ReadsBack ?? true, findings),
            StepKinds.ReadBack => new ReadBackStep
            {
                Domain = domain,
                Provider = Text(step.Provider),
                Kind = Kind(step.Record),
                Change = Read(domain, Kind(step.Record), Need(step.Change, "change")),
                MustAgree = step.MustAgree ?? false,
                Findings = findings,
            },
            StepKinds.TestDomain => new TestDomainStep { Domain = domain, Policy = step.Policy is null ? null : Policy(step.Policy), Id = Id(step.Id), Findings = findings },
            StepKinds.Wait => new WaitStep { Domain = domain, Reason = Text(step.Reason), Until = step.Until ?? throw new FormatException("It has no time."), Force = step.Force ?? false, Findings = findings },
            StepKinds.Delegation => new DelegationStep { Domain = domain, DelegateTo = Domain(step.DelegateTo), Policy = Policy(Need(step.Policy, "policy")), Findings = findings },
            _ => throw new FormatException($"'{step.Kind}' is no kind of step."),
        };
    }

    private static PolicyFileChange Read(string domain, FileDocument file) => new()
    {
        Expected = new StoredPolicy
        {
            Domain = domain,
            Location = Text(file.Location),
            Body = file.Expected is null ? (ReadOnlyMemory<byte>?)null : OctetText.Read(file.Expected),
            Version = file.ExpectedVersion is null ? null : Text(file.ExpectedVersion),
        },
        Body = file.Body is null ? null : PolicyFile(file),
    };

    /// <summary>What is to be stored is a valid policy, or is stored already.</summary>
    private static ReadOnlyMemory<byte>? PolicyFile(FileDocument file)
    {
        var octets = OctetText.Read(file.Body!);
        return string.Equals(file.Body, file.Expected, StringComparison.Ordinal) || MtaStsPolicy.TryParse(octets.AsSpan(), out _, out _)
            ? octets
            : throw new FormatException("The policy file is no valid policy.");
    }

    private static RecordChange Read(string domain, RecordKind kind, RecordDocument change)
    {
        var owner = kind == RecordKind.TlsRpt ? WellKnownNames.TlsRptOf(domain) : WellKnownNames.RecordOf(domain);
        if (!string.Equals(change.RecordName, owner, StringComparison.Ordinal))
            throw new FormatException($"The record of {domain} is at {owner} and not at {change.RecordName}.");
        var zone = Domain(change.Zone);
        if (!owner.EndsWith("." + zone, StringComparison.Ordinal))
            throw new FormatException($"{owner} is not in the zone {zone}.");
        var read = new RecordChange
        {
            Zone = zone,
            RecordName = owner,
            Expected = Values(change.Expected),
            ExpectedTtl = change.ExpectedTtl is { } ttl ? Ttl(ttl) : null,
            Remove = Values(change.Remove),
            Add = Values(change.Add),
            Ttl = Ttl(change.Ttl),
        };
        if (!read.Remove.All(value => value.Is(kind) && read.Expected.Contains(value)) || !read.Add.All(value => value.Is(kind)))
            throw new FormatException("It removes or adds what is no record of its kind.");
        return read;
    }

    private static Finding Read(FindingDocument finding)
    {
        if (!RuleCatalog.TryGet(finding.Id, out var rule))
            throw new FormatException($"There is no rule '{finding.Id}'.");
        if (!Enum.TryParse<Severity>(finding.Severity, ignoreCase: true, out var severity) || !string.Equals(StepKinds.Name(severity), finding.Severity, StringComparison.Ordinal))
            throw new FormatException($"'{finding.Severity}' is no severity.");
        return rule.On(finding.Subject) with { Severity = severity, Message = DisplayText.Sanitize(finding.Message, 2000) };
    }

    private static IReadOnlyList<TxtValue> Values(IReadOnlyList<string> texts) => [.. Bounded(texts).Select(OctetText.ReadValue)];

    private static TimeSpan Ttl(long seconds) => seconds is >= 0 and <= int.MaxValue ? TimeSpan.FromSeconds(seconds) : throw new FormatException("A time to live is a number of seconds from 0 to 2147483647.");

    private static string Domain(string? domain) => DomainName.TryParse(domain, out var name) && string.Equals(name.ToString(), domain, StringComparison.Ordinal)
        ? domain!
        : throw new FormatException($"'{domain}' is no domain name in A-labels.");

    private static MtaStsPolicy Policy(string text) => MtaStsPolicy.TryParse(text, out var policy, out _) ? policy : throw new FormatException("The policy is none.");

    private static RecordKind Kind(string? name) => name switch
    {
        "mtaSts" => RecordKind.MtaSts,
        "tlsRpt" => RecordKind.TlsRpt,
        _ => throw new FormatException($"'{name}' is no kind of record."),
    };

    private static string? Id(string? id) => id is null || PolicyId.IsValid(id) ? id : throw new FormatException($"'{id}' is no id.");

    private static string Text(string? text) => DisplayText.Sanitize(text ?? throw new FormatException("A text is missing."), 2000);

    private static T Need<T>(T? value, string name)
        where T : class => value ?? throw new FormatException($"'{name}' is missing.");

    private static IReadOnlyList<T> List<T>(IReadOnlyList<T>? list) => list is not null && list.All(item => item is not null) ? list : throw new PlanFormatException("The plan has a null where a list or an entry should be.");

    private static IReadOnlyList<T> Bounded<T>(IReadOnlyList<T>? list) => List(list) is { Count: <= MaxValues } bounded ? bounded : throw new FormatException("A list is too long.");
}
