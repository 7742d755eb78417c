namespace MtaStsTools;

/// <summary>One MX host: its addresses, its TLSA records and the sessions with it.</summary>
public sealed record MxHostObservation
{
    /// <summary>The host in A-label form without the root dot.</summary>
    public required string Host { get; init; }

    /// <summary>The preference of its MX record; 0 for the implicit MX.</summary>
    public int Preference { get; init; }

    /// <summary>Its addresses, with any CNAME chain in the lookups.</summary>
    public required AddressObservation Addresses { get; init; }

    /// <summary>Its TLSA records.</summary>
    public required TlsaObservation Tlsa { get; init; }

    /// <summary>The sessions; empty where SMTP was skipped or no address was found.</summary>
    public IReadOnlyList<SmtpSession> Sessions { get; init => field = ValueList.Copy(value); } = ValueArray<SmtpSession>.None;

    /// <summary>The host and how each session ended; safe to display.</summary>
    public override string ToString() => $"{DisplayText.Sanitize(Host)}: {(Sessions.Count == 0 ? "not contacted" : Sessions.ToString())}";
}
