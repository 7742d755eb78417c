namespace MtaStsTools;

/// <summary>1xxx: the text of a policy (RFC 8461 §3.2).</summary>
public static class PolicyRules
{
    internal static readonly RuleBand Band = new(RuleCategory.PolicyText, RuleSurfaces.Text | RuleSurfaces.Code | RuleSurfaces.File | RuleSurfaces.Live);

    /// <summary><c>MTASTS1001</c>: Policy larger than 64 KiB.</summary>
    public static readonly Rule PolicyTooLarge = Band.Add("MTASTS1001", Severity.Error, "Policy larger than 64 KiB",
        "The policy is longer than the 65,536 octets that senders read.",
        "RFC 8461 §3.3",
        "Remove extension fields or mx lines until the policy fits into 64 KiB.");

    /// <summary><c>MTASTS1002</c>: Byte order mark before the policy.</summary>
    public static readonly Rule ByteOrderMark = Band.Add("MTASTS1002", Severity.Error, "Byte order mark before the policy",
        "The policy begins with a byte order mark, so its first field is not understood.",
        "RFC 8461 §3.2",
        "Save the file as UTF-8 without a byte order mark.");

    /// <summary><c>MTASTS1003</c>: Policy written on one line with semicolons.</summary>
    public static readonly Rule PolicyOnOneLine = Band.Add("MTASTS1003", Severity.Error, "Policy written on one line with semicolons",
        "The whole policy stands on one line, its fields separated by semicolons.",
        "RFC 8461 §3.2",
        "Put every field on a line of its own, without semicolons.");

    /// <summary><c>MTASTS1004</c>: Blank line.</summary>
    public static readonly Rule BlankLine = Band.Add("MTASTS1004", Severity.Error, "Blank line",
        "Line {0} is blank; the policy grammar has no blank lines and strict senders reject the file.",
        "RFC 8461 §3.2",
        "Remove the blank line.");

    /// <summary><c>MTASTS1005</c>: Line is not a field.</summary>
    public static readonly Rule MalformedLine = Band.Add("MTASTS1005", Severity.Error, "Line is not a field",
        "'{0}' is not a 'name: value' field.",
        "RFC 8461 §3.2",
        "Write the line as a field name, a colon and a value, or remove it.");

    /// <summary><c>MTASTS1006</c>: Control character.</summary>
    public static readonly Rule ControlCharacter = Band.Add("MTASTS1006", Severity.Error, "Control character",
        "The control character {0} is not allowed in a policy; only LF or CRLF ends a line.",
        "RFC 8461 §3.2",
        "Remove the character, and end lines with CRLF or LF.");

    /// <summary><c>MTASTS1007</c>: Space before a field name.</summary>
    public static readonly Rule SpaceBeforeName = Band.Add("MTASTS1007", Severity.Error, "Space before a field name",
        "A field name must begin its line; there is white space before '{0}'{1}.",
        "RFC 8461 §3.2",
        "Remove the white space at the beginning of lines.");

    /// <summary><c>MTASTS1008</c>: Space before the colon.</summary>
    public static readonly Rule SpaceBeforeColon = Band.Add("MTASTS1008", Severity.Error, "Space before the colon",
        "There is white space between '{0}' and its colon.",
        "RFC 8461 §3.2",
        "Remove the white space before the colon.");

    /// <summary><c>MTASTS1009</c>: Equals sign in place of the colon.</summary>
    public static readonly Rule WrongSeparator = Band.Add("MTASTS1009", Severity.Error, "Equals sign in place of the colon",
        "'{0}' is followed by '=' where a policy needs a colon.",
        "RFC 8461 §3.2",
        "Write a colon after the field name.");

    /// <summary><c>MTASTS1010</c>: No version field.</summary>
    public static readonly Rule VersionMissing = Band.Add("MTASTS1010", Severity.Error, "No version field",
        "The policy has no 'version' field.",
        "RFC 8461 §3.2",
        "Begin the policy with the line 'version: STSv1'.");

    /// <summary><c>MTASTS1011</c>: Unknown version.</summary>
    public static readonly Rule VersionUnknown = Band.Add("MTASTS1011", Severity.Error, "Unknown version",
        "The version is '{0}', and must be 'STSv1' (case matters).",
        "RFC 8461 §3.2",
        "Write 'version: STSv1'.");

    /// <summary><c>MTASTS1012</c>: Version is not the first field.</summary>
    public static readonly Rule VersionNotFirst = Band.Add("MTASTS1012", Severity.Info, "Version is not the first field",
        "The 'version' field is not the first; that is allowed, and unusual.",
        "RFC 8461 §3.2",
        "Move 'version: STSv1' to the first line.");

    /// <summary><c>MTASTS1013</c>: Something else in place of a policy.</summary>
    public static readonly Rule NotAPolicy = Band.Add("MTASTS1013", Severity.Error, "Something else in place of a policy",
        "The text is no policy: it is {0}.",
        "RFC 8461 §3.2",
        "Serve the policy itself: plain text with one 'name: value' field on each line.");

    /// <summary><c>MTASTS1014</c>: Front matter of a site generator.</summary>
    public static readonly Rule FrontMatter = Band.Add("MTASTS1014", Severity.Error, "Front matter of a site generator",
        "The policy begins with the front matter of a site generator, which senders read as part of it.",
        "RFC 8461 §3.2",
        "Let the site generator process the file, so that it serves only the lines below the front matter.");

    /// <summary><c>MTASTS1015</c>: Comment.</summary>
    public static readonly Rule Comment = Band.Add("MTASTS1015", Severity.Error, "Comment",
        "A policy has no comments; senders take this one for part of the policy.",
        "RFC 8461 §3.2",
        "Remove the comment.");

    /// <summary><c>MTASTS1016</c>: Line ends written as letters.</summary>
    public static readonly Rule EscapedLineEnds = Band.Add("MTASTS1016", Severity.Error, "Line ends written as letters",
        "The lines of the policy are separated by the letters '\\n' in place of line ends.",
        "RFC 8461 §3.2",
        "End each line with CRLF or LF.");

    /// <summary><c>MTASTS1020</c>: No mode field.</summary>
    public static readonly Rule ModeMissing = Band.Add("MTASTS1020", Severity.Error, "No mode field",
        "The policy has no 'mode' field.",
        "RFC 8461 §3.2",
        "Add 'mode: testing', or 'mode: enforce' once testing went well.");

    /// <summary><c>MTASTS1021</c>: Unknown mode.</summary>
    public static readonly Rule ModeUnknown = Band.Add("MTASTS1021", Severity.Error, "Unknown mode",
        "The mode is '{0}', and must be 'enforce', 'testing' or 'none' (case matters).",
        "RFC 8461 §3.2",
        "Write 'enforce', 'testing' or 'none' in lower case.");

    /// <summary><c>MTASTS1022</c>: Word in place of a mode.</summary>
    public static readonly Rule ModeMeant = Band.Add("MTASTS1022", Severity.Error, "Word in place of a mode",
        "The mode is '{0}', which no sender knows; '{1}' is meant.",
        "RFC 8461 §3.2",
        "Write 'enforce', 'testing' or 'none' in lower case.");

    /// <summary><c>MTASTS1023</c>: Placeholder in place of a mode.</summary>
    public static readonly Rule ModePlaceholder = Band.Add("MTASTS1023", Severity.Error, "Placeholder in place of a mode",
        "The mode is '{0}', which stands in documentation for a choice of modes and is none itself.",
        "RFC 8461 §3.2",
        "Write one of 'enforce', 'testing' and 'none', without brackets.");

    /// <summary><c>MTASTS1030</c>: No max_age field.</summary>
    public static readonly Rule MaxAgeMissing = Band.Add("MTASTS1030", Severity.Error, "No max_age field",
        "The policy has no 'max_age' field.",
        "RFC 8461 §3.2",
        "Add max_age in seconds, for instance 'max_age: 604800' for a week.");

    /// <summary><c>MTASTS1031</c>: max_age is not a number of seconds.</summary>
    public static readonly Rule MaxAgeNotANumber = Band.Add("MTASTS1031", Severity.Error, "max_age is not a number of seconds",
        "max_age is '{0}', and must be 1 to 10 digits: a number of seconds.",
        "RFC 8461 §3.2",
        "Write the life time in whole seconds, for instance 'max_age: 604800' for a week.",
        typed: ApiRules.MaxAgeOutOfRange);

    /// <summary><c>MTASTS1032</c>: max_age above the maximum.</summary>
    public static readonly Rule MaxAgeTooLarge = Band.Add("MTASTS1032", Severity.Error, "max_age above the maximum",
        "max_age is {0} s, above the maximum of 31557600 s (about a year).",
        "RFC 8461 §3.2",
        "Lower max_age to 31557600 or less.",
        typed: ApiRules.MaxAgeOutOfRange);

    /// <summary><c>MTASTS1033</c>: max_age is zero.</summary>
    public static readonly Rule MaxAgeZero = Band.Add("MTASTS1033", Severity.Warning, "max_age is zero",
        "max_age is 0, so no sender will cache the policy and nobody is protected.",
        "RFC 8461 §3.2",
        "Choose a max_age of a week or more, or of a day with mode 'none'.",
        typed: ApiRules.MaxAgeZero);

    /// <summary><c>MTASTS1034</c>: max_age short for enforce.</summary>
    public static readonly Rule MaxAgeShort = Band.Add("MTASTS1034", Severity.Warning, "max_age short for enforce",
        "max_age is {0} s; under 'enforce' less than {1} s gives little protection against an attacker who blocks a refresh.",
        "RFC 8461 §3.2",
        "Raise max_age to weeks or longer once the policy is stable.",
        typed: ApiRules.EnforceMaxAgeShort);

    /// <summary><c>MTASTS1035</c>: max_age under a day for enforce.</summary>
    public static readonly Rule MaxAgeVeryShort = Band.Add("MTASTS1035", Severity.Warning, "max_age under a day for enforce",
        "max_age is {0} s; under 'enforce' less than a day means that a sender who mails rarely is hardly ever protected.",
        "RFC 8461 §3.2",
        "Raise max_age to at least a day, better to weeks.",
        typed: ApiRules.EnforceMaxAgeShort);

    /// <summary><c>MTASTS1036</c>: max_age long for mode none.</summary>
    public static readonly Rule MaxAgeLongForNone = Band.Add("MTASTS1036", Severity.Warning, "max_age long for mode none",
        "max_age is {0} s with mode 'none'; above {1} s it delays the removal of MTA-STS.",
        "RFC 8461 §8.3",
        "Lower max_age to a day before the removal.",
        typed: ApiRules.NoneMaxAgeLong);

    /// <summary><c>MTASTS1040</c>: No mx field.</summary>
    public static readonly Rule MxMissing = Band.Add("MTASTS1040", Severity.Error, "No mx field",
        "The policy has mode '{0}' and no 'mx' field, so no host is allowed to receive the mail.",
        "RFC 8461 §3.2",
        "Add an mx line for each MX host of the domain.",
        typed: ApiRules.MxEmpty);

    /// <summary><c>MTASTS1041</c>: Bare wildcard.</summary>
    public static readonly Rule MxBareWildcard = Band.Add("MTASTS1041", Severity.Error, "Bare wildcard",
        "The mx pattern '*' stands alone; a wildcard needs the domain it stands under.",
        "RFC 8461 §3.2",
        "Name the domain, for instance '*.example.com'.");

    /// <summary><c>MTASTS1042</c>: Wildcard not in the left-most place.</summary>
    public static readonly Rule MxInnerWildcard = Band.Add("MTASTS1042", Severity.Error, "Wildcard not in the left-most place",
        "The mx pattern '{0}' has a '*' that is not the whole left-most label.",
        "RFC 8461 §3.2",
        "Use '*.' only at the beginning of the pattern.");

    /// <summary><c>MTASTS1043</c>: International name not in A-label form.</summary>
    public static readonly Rule MxInternationalLabel = Band.Add("MTASTS1043", Severity.Error, "International name not in A-label form",
        "The mx pattern '{0}' has characters outside ASCII; senders compare A-labels.",
        "RFC 8461 §3.2",
        "Write the name in its A-label (xn--) form.");

    /// <summary><c>MTASTS1044</c>: Underscore in a host name.</summary>
    public static readonly Rule MxUnderscore = Band.Add("MTASTS1044", Severity.Error, "Underscore in a host name",
        "The mx pattern '{0}' has an underscore, which no host name has.",
        "RFC 8461 §3.2",
        "Write the name of the MX host as its MX record has it.");

    /// <summary><c>MTASTS1045</c>: IP address in place of a name.</summary>
    public static readonly Rule MxIpAddress = Band.Add("MTASTS1045", Severity.Error, "IP address in place of a name",
        "The mx pattern '{0}' is an IP address; certificates and MX records carry names.",
        "RFC 8461 §3.2",
        "Write the name of the MX host.");

    /// <summary><c>MTASTS1046</c>: Port in an mx pattern.</summary>
    public static readonly Rule MxPort = Band.Add("MTASTS1046", Severity.Error, "Port in an mx pattern",
        "The mx pattern '{0}' names a port; mail between servers always uses port 25.",
        "RFC 8461 §3.2",
        "Remove the port.");

    /// <summary><c>MTASTS1047</c>: URL or address in place of a name.</summary>
    public static readonly Rule MxUrl = Band.Add("MTASTS1047", Severity.Error, "URL or address in place of a name",
        "The mx pattern '{0}' is a URL or a mail address, and must be a host name.",
        "RFC 8461 §3.2",
        "Write only the host name.");

    /// <summary><c>MTASTS1048</c>: Leading dot.</summary>
    public static readonly Rule MxLeadingDot = Band.Add("MTASTS1048", Severity.Error, "Leading dot",
        "The mx pattern '{0}' begins with a dot.",
        "RFC 8461 §3.2",
        "Write '*.' before the domain to allow its hosts.");

    /// <summary><c>MTASTS1049</c>: Trailing dot.</summary>
    public static readonly Rule MxTrailingDot = Band.Add("MTASTS1049", Severity.Error, "Trailing dot",
        "The mx pattern '{0}' ends in a dot; the policy has names without the root.",
        "RFC 8461 §3.2",
        "Remove the trailing dot.");

    /// <summary><c>MTASTS1050</c>: Empty label.</summary>
    public static readonly Rule MxEmptyLabel = Band.Add("MTASTS1050", Severity.Error, "Empty label",
        "The mx pattern '{0}' has two dots in a row.",
        "RFC 8461 §3.2",
        "Remove the superfluous dot.");

    /// <summary><c>MTASTS1051</c>: Label longer than 63 octets.</summary>
    public static readonly Rule MxLabelTooLong = Band.Add("MTASTS1051", Severity.Error, "Label longer than 63 octets",
        "A label of the mx pattern '{0}' is longer than 63 octets.",
        "RFC 1035 §2.3.4",
        "Correct the name: no label of a host name is longer than 63 octets.");

    /// <summary><c>MTASTS1052</c>: Name longer than 253 octets.</summary>
    public static readonly Rule MxNameTooLong = Band.Add("MTASTS1052", Severity.Error, "Name longer than 253 octets",
        "The mx pattern '{0}' is longer than 253 octets.",
        "RFC 1035 §2.3.4",
        "Correct the name: no host name is longer than 253 octets.");

    /// <summary><c>MTASTS1053</c>: Hyphen at the edge of a label.</summary>
    public static readonly Rule MxHyphenAtEdge = Band.Add("MTASTS1053", Severity.Error, "Hyphen at the edge of a label",
        "A label of the mx pattern '{0}' begins or ends with a hyphen.",
        "RFC 1123 §2.1",
        "Correct the name: a label begins and ends with a letter or digit.");

    /// <summary><c>MTASTS1054</c>: Character outside host names.</summary>
    public static readonly Rule MxInvalidCharacter = Band.Add("MTASTS1054", Severity.Error, "Character outside host names",
        "The mx pattern '{0}' has the character {1}, which no host name has.",
        "RFC 8461 §3.2",
        "Write the name of the MX host with letters, digits, hyphens and dots.");

    /// <summary><c>MTASTS1055</c>: Single-label name.</summary>
    public static readonly Rule MxSingleLabel = Band.Add("MTASTS1055", Severity.Warning, "Single-label name",
        "The mx pattern '{0}' has a single label; no MX host on the Internet has such a name.",
        "RFC 8461 §3.2",
        "Write the full name of the MX host.");

    /// <summary><c>MTASTS1056</c>: Empty mx field.</summary>
    public static readonly Rule MxEmpty = Band.Add("MTASTS1056", Severity.Error, "Empty mx field",
        "An 'mx' field has no value.",
        "RFC 8461 §3.2",
        "Write the name of an MX host, or remove the line.");

    /// <summary><c>MTASTS1057</c>: Preference in an mx field.</summary>
    public static readonly Rule MxPreference = Band.Add("MTASTS1057", Severity.Error, "Preference in an mx field",
        "The mx field '{0}' has a preference; a policy names hosts, and their order does not matter.",
        "RFC 8461 §3.2",
        "Write only the name of the host.");

    /// <summary><c>MTASTS1058</c>: Several names in one mx field.</summary>
    public static readonly Rule MxSeveralNames = Band.Add("MTASTS1058", Severity.Error, "Several names in one mx field",
        "The mx field '{0}' names several hosts.",
        "RFC 8461 §3.2",
        "Give every host an mx line of its own.");

    /// <summary><c>MTASTS1059</c>: mx pattern repeated.</summary>
    public static readonly Rule MxRepeated = Band.Add("MTASTS1059", Severity.Info, "mx pattern repeated",
        "The mx pattern '{0}' is there already.",
        "RFC 8461 §3.2",
        "Remove the repeated line.");

    /// <summary><c>MTASTS1060</c>: Field given twice.</summary>
    public static readonly Rule DuplicateField = Band.Add("MTASTS1060", Severity.Warning, "Field given twice",
        "The field '{0}' is there already; the first one counts and this one is ignored.",
        "RFC 8461 §3.2",
        "Remove the later field.");

    /// <summary><c>MTASTS1061</c>: Field name nearly a known one.</summary>
    public static readonly Rule NearlyKnownField = Band.Add("MTASTS1061", Severity.Warning, "Field name nearly a known one",
        "The field '{0}' is not known and is ignored; '{1}' may be meant.",
        "RFC 8461 §3.2",
        "Write the field name exactly as the RFC has it, in lower case.");

    /// <summary><c>MTASTS1062</c>: Field name outside the grammar.</summary>
    public static readonly Rule ExtensionNameInvalid = Band.Add("MTASTS1062", Severity.Error, "Field name outside the grammar",
        "The field name '{0}' must begin with a letter or digit and have at most 32 letters, digits, '_', '-' or '.'.",
        "RFC 8461 §3.2",
        "Correct the name or remove the line.");

    /// <summary><c>MTASTS1063</c>: Field value outside the grammar.</summary>
    public static readonly Rule ExtensionValueInvalid = Band.Add("MTASTS1063", Severity.Error, "Field value outside the grammar",
        "The value of the field '{0}' is empty or has characters that the grammar does not allow.",
        "RFC 8461 §3.2",
        "Correct the value or remove the line.");

    /// <summary><c>MTASTS1065</c>: Policy is not UTF-8.</summary>
    public static readonly Rule InvalidUtf8 = Band.Add("MTASTS1065", Severity.Error, "Policy is not UTF-8",
        "The policy is not valid UTF-8 from octet {0} on.",
        "RFC 8461 §3.2",
        "Save the file as UTF-8.",
        RuleSurfaces.Text | RuleSurfaces.Live);

    /// <summary><c>MTASTS1066</c>: Mixed line endings.</summary>
    public static readonly Rule MixedLineEndings = Band.Add("MTASTS1066", Severity.Info, "Mixed line endings",
        "Some lines end in CRLF and some in LF; both are allowed.",
        "RFC 8461 §3.2",
        "Use CRLF throughout.");

    /// <summary><c>MTASTS1067</c>: Null MX in a policy.</summary>
    public static readonly Rule MxNull = Band.Add("MTASTS1067", Severity.Error, "Null MX in a policy",
        "The mx field is '.', a null MX, which has no place in a policy.",
        "RFC 7505 §3",
        "Serve mode 'none', or publish no MTA-STS record for a domain that receives no mail.");

    /// <summary><c>MTASTS1068</c>: Placeholder in place of a host.</summary>
    public static readonly Rule MxPlaceholder = Band.Add("MTASTS1068", Severity.Warning, "Placeholder in place of a host",
        "The mx pattern '{0}' is the placeholder of a template.",
        "RFC 8461 §3.2",
        "Write the name of the MX host.");

    /// <summary><c>MTASTS1069</c>: More problems than are listed.</summary>
    public static readonly Rule MoreProblems = Band.Add("MTASTS1069", Severity.Warning, "More problems than are listed",
        "The text has {0} more problems, which are not listed.",
        "RFC 8461 §3.2",
        "Fix the problems that are listed, and assess the text again.");
}
