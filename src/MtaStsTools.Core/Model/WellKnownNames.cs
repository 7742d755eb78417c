namespace MtaStsTools;

/// <summary>The names that the RFCs fix: where a domain publishes what, and how it begins.</summary>
public static class WellKnownNames
{
    /// <summary>Before the domain, the owner of the MTA-STS record (RFC 8461 §3.1).</summary>
    public const string RecordPrefix = "_mta-sts.";

    /// <summary>Before the domain, the host that serves its policy (RFC 8461 §3.3).</summary>
    public const string PolicyHostPrefix = "mta-sts.";

    /// <summary>Before the domain, the owner of the TLSRPT record (RFC 8460 §3).</summary>
    public const string TlsRptPrefix = "_smtp._tls.";

    /// <summary>How an MTA-STS record begins, before its semicolon (RFC 8461 §3.1).</summary>
    public const string RecordVersion = "v=" + PolicyVersion;

    /// <summary>How a TLSRPT record begins, before its semicolon (RFC 8460 §3).</summary>
    public const string TlsRptVersion = "v=TLSRPTv1";

    /// <summary>The version of a policy (RFC 8461 §3.2).</summary>
    public const string PolicyVersion = "STSv1";

    /// <summary>The file that the policy is (RFC 8461 §3.3).</summary>
    public const string PolicyFile = "mta-sts.txt";

    /// <summary>The path at which the policy host serves it (RFC 8461 §3.3).</summary>
    public const string PolicyPath = "/.well-known/" + PolicyFile;

    /// <summary>The owner of the MTA-STS record of <paramref name="domain"/>.</summary>
    public static string RecordOf(string domain) => RecordPrefix + domain;

    /// <summary>The host that serves the policy of <paramref name="domain"/>.</summary>
    public static string PolicyHostOf(string domain) => PolicyHostPrefix + domain;

    /// <summary>The owner of the TLSRPT record of <paramref name="domain"/>.</summary>
    public static string TlsRptOf(string domain) => TlsRptPrefix + domain;
}
