namespace MtaStsTools;

/// <summary>The certificate picture of one TLS session.</summary>
public sealed record CertificateObservation
{
    /// <summary>The server's own certificate.</summary>
    public required CertificateFacts Certificate { get; init; }

    /// <summary>The other certificates the server sent, in order.</summary>
    public IReadOnlyList<CertificateFacts> Intermediates { get; init => field = ValueList.Copy(value); } = ValueArray<CertificateFacts>.None;

    /// <summary>How the chain fared against the trusted roots.</summary>
    public required ChainStatus ChainStatus { get; init; }

    /// <summary>Details of <see cref="ChainStatus"/> in words; safe to display.</summary>
    public string? ChainDetail { get; init; }

    /// <summary>The server's certificate and how its chain fared; safe to display.</summary>
    public override string ToString() => $"{Certificate}: {ChainStatus}";
}
