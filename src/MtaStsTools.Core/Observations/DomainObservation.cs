namespace MtaStsTools;

/// <summary>Everything that was seen of a domain from one place at one time: facts, and no judgement.</summary>
public sealed record DomainObservation
{
    /// <summary>The version of this shape when it is written as JSON.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The version that this observation was written with.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The domain in A-label form without the root dot.</summary>
    public required string Domain { get; init; }

    /// <summary>When the observation began, UTC.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The TXT records at <c>_mta-sts.</c> and the domain.</summary>
    public required TxtObservation Record { get; init; }

    /// <summary>The TXT records at <c>_smtp._tls.</c> and the domain.</summary>
    public required TxtObservation TlsReporting { get; init; }

    /// <summary>The policy host.</summary>
    public required PolicyHostObservation PolicyHost { get; init; }

    /// <summary>The MX records.</summary>
    public required MxLookupObservation Mx { get; init; }

    /// <summary>The MX hosts, in the order of <see cref="Mx"/>; the domain itself where there is no MX record.</summary>
    public IReadOnlyList<MxHostObservation> MailExchangers { get; init => field = ValueList.Copy(value); } = ValueArray<MxHostObservation>.None;

    /// <summary>The parent's <c>_mta-sts</c> record, asked for only where the domain has none of its own.</summary>
    public TxtObservation? ParentRecord { get; init; }

    /// <summary>
    /// TXT records that begin as an MTA-STS record does, at names where some put it and no sender looks: the policy host and the domain itself.
    /// Asked for only where the domain has none of its own; other TXT records of those names are left out.
    /// </summary>
    public IReadOnlyList<TxtObservation> MisplacedRecords { get; init => field = ValueList.Copy(value); } = ValueArray<TxtObservation>.None;

    /// <summary>Whether SMTP was left out on request.</summary>
    public bool SmtpSkipped { get; init; }

    /// <summary>Whether contact with addresses that are not global was allowed (split-horizon networks).</summary>
    public bool PrivateAddressesAllowed { get; init; }

    /// <summary>Why nothing could be observed (the name is no domain name, or something unforeseen went wrong), safe to display; null otherwise. No question was asked then.</summary>
    public string? Failure { get; init; }

    /// <summary>Domain and time of the observation; safe to display.</summary>
    public override string ToString() => FormattableString.Invariant($"{DisplayText.Sanitize(Domain)}, observed {ObservedAt:u}");
}
