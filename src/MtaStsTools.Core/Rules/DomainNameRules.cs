namespace MtaStsTools;

/// <summary>22xx: a domain name, as a person or a record gives it (RFC 1035 §2.3, RFC 5891).</summary>
public static class DomainNameRules
{
    internal static readonly RuleBand Band = new(RuleCategory.DomainName, RuleSurfaces.Text | RuleSurfaces.Code);

    /// <summary><c>MTASTS2201</c>: Empty domain name.</summary>
    public static readonly Rule Empty = Band.Add("MTASTS2201", Severity.Error, "Empty domain name",
        "The domain name is empty.",
        "RFC 1035 §2.3.1",
        "Give a domain name such as example.com.");

    /// <summary><c>MTASTS2202</c>: Empty label.</summary>
    public static readonly Rule EmptyLabel = Band.Add("MTASTS2202", Severity.Error, "Empty label",
        "The domain name '{0}' has an empty label.",
        "RFC 1035 §2.3.1",
        "Remove the superfluous dot.");

    /// <summary><c>MTASTS2203</c>: Label longer than 63 octets.</summary>
    public static readonly Rule LabelTooLong = Band.Add("MTASTS2203", Severity.Error, "Label longer than 63 octets",
        "A label of the domain name '{0}' is longer than 63 octets.",
        "RFC 1035 §2.3.1",
        "Shorten the label.");

    /// <summary><c>MTASTS2204</c>: Name longer than 253 octets.</summary>
    public static readonly Rule NameTooLong = Band.Add("MTASTS2204", Severity.Error, "Name longer than 253 octets",
        "The domain name '{0}' is longer than 253 octets.",
        "RFC 1035 §2.3.1",
        "Shorten the name.");

    /// <summary><c>MTASTS2205</c>: Character outside host names.</summary>
    public static readonly Rule InvalidCharacter = Band.Add("MTASTS2205", Severity.Error, "Character outside host names",
        "The domain name '{0}' has the character {1}, which no host name has.",
        "RFC 1035 §2.3.1",
        "Use letters, digits, hyphens and dots.");

    /// <summary><c>MTASTS2206</c>: Hyphen at the edge of a label.</summary>
    public static readonly Rule HyphenAtEdge = Band.Add("MTASTS2206", Severity.Error, "Hyphen at the edge of a label",
        "A label of the domain name '{0}' begins or ends with a hyphen.",
        "RFC 1035 §2.3.1",
        "Begin and end every label with a letter or digit.");

    /// <summary><c>MTASTS2207</c>: Not a valid international name.</summary>
    public static readonly Rule InvalidInternationalName = Band.Add("MTASTS2207", Severity.Error, "Not a valid international name",
        "'{0}' cannot be written in A-label form.",
        "RFC 5891 §4",
        "Correct the international name.");

    /// <summary><c>MTASTS2208</c>: IP address in place of a name.</summary>
    public static readonly Rule IpAddress = Band.Add("MTASTS2208", Severity.Error, "IP address in place of a name",
        "'{0}' is an IP address and not a domain name.",
        "RFC 1035 §2.3.1",
        "Give the domain of the mail addresses, such as example.com.");
}
