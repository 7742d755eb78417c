namespace MtaStsTools;

/// <summary>What a <see cref="Rule"/> is about.</summary>
public enum RuleCategory
{
    /// <summary>The text of a policy (RFC 8461 §3.2).</summary>
    PolicyText,

    /// <summary>The text of the TXT record at <c>_mta-sts.</c> (RFC 8461 §3.1).</summary>
    RecordText,

    /// <summary>The text of the TXT record at <c>_smtp._tls.</c> (RFC 8460 §3).</summary>
    TlsRptText,

    /// <summary>A domain name, as a person gives it.</summary>
    DomainName,

    /// <summary>How code uses the typed API.</summary>
    Api,

    /// <summary>Nothing is wrong; an editor offers to write it another way.</summary>
    Refactoring,

    /// <summary>A policy file in a project.</summary>
    File,

    /// <summary>Whether and where a domain's record announces a policy (RFC 8461 §3.1).</summary>
    Announcement,

    /// <summary>The policy host of a domain: its addresses, its certificate and what it serves (RFC 8461 §3.3).</summary>
    PolicyHost,

    /// <summary>The MX hosts of a domain (RFC 8461 §4).</summary>
    MailExchanger,

    /// <summary>DANE for SMTP (RFC 7672).</summary>
    Dane,

    /// <summary>Whether a domain asks for TLS reports (RFC 8460).</summary>
    TlsReporting,

    /// <summary>Changing what a domain announces (RFC 8461 §8).</summary>
    Publishing,
}
