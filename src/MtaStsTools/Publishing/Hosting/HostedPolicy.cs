namespace MtaStsTools.Publishing.Hosting;

/// <summary>A domain and the policy that is to be served for it.</summary>
public sealed record HostedPolicy
{
    /// <summary>The policy domain.</summary>
    public required DomainName Domain { get; init; }

    /// <summary>Its policy.</summary>
    public required MtaStsPolicy Policy { get; init; }

    internal string Host => WellKnownNames.PolicyHostOf(Domain.Ascii);

    /// <summary>The file as it is served: lines that end with CRLF (RFC 8461 §3.2).</summary>
    internal string Text => Policy.ToString();
}
