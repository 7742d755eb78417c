namespace MtaStsTools;

/// <summary>3xxx: how C# code uses the typed API.</summary>
public static class ApiRules
{
    internal static readonly RuleBand Band = new(RuleCategory.Api, RuleSurfaces.Code);

    internal static readonly RuleBand Refactorings = new(RuleCategory.Refactoring, RuleSurfaces.Code);

    /// <summary><c>MTASTS3001</c>: Enforce with a short MaxAge.</summary>
    public static readonly Rule EnforceMaxAgeShort = Band.Add("MTASTS3001", Severity.Warning, "Enforce with a short MaxAge",
        "Mode is Enforce and MaxAge is {0}; less than {1} gives little protection.",
        "RFC 8461 §3.2",
        "Raise MaxAge to weeks or longer.",
        RuleSurfaces.Code | RuleSurfaces.Values);

    /// <summary><c>MTASTS3002</c>: None with a long MaxAge.</summary>
    public static readonly Rule NoneMaxAgeLong = Band.Add("MTASTS3002", Severity.Warning, "None with a long MaxAge",
        "Mode is None and MaxAge is {0}; more than {1} delays the removal of MTA-STS.",
        "RFC 8461 §8.3",
        "Lower MaxAge to a day.",
        RuleSurfaces.Code | RuleSurfaces.Values);

    /// <summary><c>MTASTS3003</c>: MaxAge out of range.</summary>
    public static readonly Rule MaxAgeOutOfRange = Band.Add("MTASTS3003", Severity.Error, "MaxAge out of range",
        "MaxAge is {0}, and must lie between zero and 31557600 s.",
        "RFC 8461 §3.2",
        "Choose a MaxAge of at most 31557600 s (about a year).",
        RuleSurfaces.Code | RuleSurfaces.Values);

    /// <summary><c>MTASTS3004</c>: MaxAge in the wrong unit.</summary>
    public static readonly Rule MaxAgeUnitSlip = Band.Add("MTASTS3004", Severity.Warning, "MaxAge in the wrong unit",
        "MaxAge is {0}, though {1} looks like a number of seconds.",
        "RFC 8461 §3.2",
        "Give the seconds to TimeSpan.FromSeconds, or use TimeSpan.FromDays.");

    /// <summary><c>MTASTS3005</c>: No MX pattern.</summary>
    public static readonly Rule MxEmpty = Band.Add("MTASTS3005", Severity.Error, "No MX pattern",
        "Mode is {0} and Mx is empty, so no host is allowed to receive the mail.",
        "RFC 8461 §3.2",
        "Add a pattern for each MX host of the domain.",
        RuleSurfaces.Code | RuleSurfaces.Values);

    /// <summary><c>MTASTS3006</c>: Invalid MX pattern.</summary>
    public static readonly Rule MxPatternInvalid = Band.Add("MTASTS3006", Severity.Error, "Invalid MX pattern",
        "{0} As an MxPattern it throws.",
        "RFC 8461 §3.2",
        "Write the host name of the MX in A-label form, with at most one '*.' before it.");

    /// <summary><c>MTASTS3007</c>: Invalid record id.</summary>
    public static readonly Rule RecordIdInvalid = Band.Add("MTASTS3007", Severity.Error, "Invalid record id",
        "The id '{0}' must be 1 to 32 ASCII letters or digits.",
        "RFC 8461 §3.1",
        "Use letters and digits only, for instance a UTC time stamp.");

    /// <summary><c>MTASTS3008</c>: Text given to the wrong parser.</summary>
    public static readonly Rule SwappedText = Band.Add("MTASTS3008", Severity.Error, "Text given to the wrong parser",
        "This text is {0}, and is given to a parser of {1}.",
        "RFC 8461 §3.2",
        "Call the parser that fits the text.");

    /// <summary><c>MTASTS3009</c>: Wrong owner name.</summary>
    public static readonly Rule WrongOwnerName = Band.Add("MTASTS3009", Severity.Warning, "Wrong owner name",
        "'{0}' is not the name that senders ask for; '{1}' is.",
        "RFC 8461 §3.1",
        "Use the name that the RFC gives.");

    /// <summary><c>MTASTS3010</c>: MaxAge is zero.</summary>
    public static readonly Rule MaxAgeZero = Band.Add("MTASTS3010", Severity.Warning, "MaxAge is zero",
        "MaxAge is zero, so no sender will cache the policy.",
        "RFC 8461 §3.2",
        "Choose a MaxAge of a week or more.",
        RuleSurfaces.Code | RuleSurfaces.Values);

    /// <summary><c>MTASTS3011</c>: Policy bound from configuration.</summary>
    public static readonly Rule PolicyBound = Band.Add("MTASTS3011", Severity.Warning, "Policy bound from configuration",
        "'{0}' binds MtaStsPolicy itself, so {1}.",
        "RFC 8461 §3.2",
        "Bind MtaStsPolicySettings and call its ToPolicy, which tells every problem.");

    /// <summary><c>MTASTS3901</c>: Policy text could be a file.</summary>
    public static readonly Rule ExtractPolicyToFile = Refactorings.Add("MTASTS3901", Severity.Info, "Policy text could be a file",
        "The policy can be kept in an mta-sts.txt file.",
        "RFC 8461 §3.2",
        "Extract the policy to mta-sts.txt.");

    /// <summary><c>MTASTS3902</c>: Policy text could be typed.</summary>
    public static readonly Rule ConvertToTypedForm = Refactorings.Add("MTASTS3902", Severity.Info, "Policy text could be typed",
        "The policy text can be written in the typed form.",
        "RFC 8461 §3.2",
        "Convert the call to an MtaStsPolicy object initialiser.");
}
