namespace MtaStsTools;

/// <summary>21xx: the TXT record at _smtp._tls (RFC 8460 §3).</summary>
public static class TlsRptRules
{
    internal static readonly RuleBand Band = new(RuleCategory.TlsRptText, RuleSurfaces.Text | RuleSurfaces.Code | RuleSurfaces.Live);

    /// <summary><c>MTASTS2101</c>: No TLSRPT record.</summary>
    public static readonly Rule NoRecord = Band.Add("MTASTS2101", Severity.Warning, "No TLSRPT record",
        "Of {0} TXT records none begins 'v=TLSRPTv1;', so nobody reports failures to you.",
        "RFC 8460 §3",
        "Publish one TXT record 'v=TLSRPTv1; rua=mailto:…' at the name _smtp._tls.",
        RuleSurfaces.Text | RuleSurfaces.Live);

    /// <summary><c>MTASTS2102</c>: More than one TLSRPT record.</summary>
    public static readonly Rule SeveralRecords = Band.Add("MTASTS2102", Severity.Error, "More than one TLSRPT record",
        "{0} TXT records begin 'v=TLSRPTv1;', and senders treat more than one as none.",
        "RFC 8460 §3",
        "Keep one of them; one rua field can name several addresses.",
        RuleSurfaces.Text | RuleSurfaces.Live);

    /// <summary><c>MTASTS2103</c>: Space before the first semicolon.</summary>
    public static readonly Rule SpaceBeforeSemicolon = Band.Add("MTASTS2103", Severity.Warning, "Space before the first semicolon",
        "There is white space between 'v=TLSRPTv1' and its semicolon: the RFC's rule drops such a record, and senders differ.",
        "RFC 8460 §3",
        "Write 'v=TLSRPTv1;' without a space.");

    /// <summary><c>MTASTS2104</c>: Record does not begin v=TLSRPTv1;.</summary>
    public static readonly Rule VersionWrong = Band.Add("MTASTS2104", Severity.Error, "Record does not begin v=TLSRPTv1;",
        "The record begins '{0}' and not 'v=TLSRPTv1;' (case matters), so senders discard it.",
        "RFC 8460 §3",
        "Begin the record with 'v=TLSRPTv1;'.");

    /// <summary><c>MTASTS2105</c>: No rua field.</summary>
    public static readonly Rule RuaMissing = Band.Add("MTASTS2105", Severity.Error, "No rua field",
        "The record has no 'rua' field, so reports go nowhere.",
        "RFC 8460 §3",
        "Add 'rua=mailto:…' or 'rua=https://…'.");

    /// <summary><c>MTASTS2106</c>: rua is neither mailto nor https.</summary>
    public static readonly Rule RuaScheme = Band.Add("MTASTS2106", Severity.Error, "rua is neither mailto nor https",
        "The reporting address '{0}' is neither a mailto nor an https URI.",
        "RFC 8460 §3",
        "Begin the address with 'mailto:' or 'https:'.");

    /// <summary><c>MTASTS2107</c>: rua is not a well-formed URI.</summary>
    public static readonly Rule RuaMalformed = Band.Add("MTASTS2107", Severity.Error, "rua is not a well-formed URI",
        "The reporting address '{0}' is not a well-formed URI.",
        "RFC 8460 §3",
        "Write 'mailto:user@example.com' or 'https://host/path'; encode ',', '!' and ';' as %2C, %21 and %3B.");

    /// <summary><c>MTASTS2108</c>: Malformed field.</summary>
    public static readonly Rule MalformedField = Band.Add("MTASTS2108", Severity.Error, "Malformed field",
        "'{0}' is not a 'name=value' field, and makes the whole record invalid.",
        "RFC 8460 §3",
        "Correct or remove the field.");

    /// <summary><c>MTASTS2109</c>: Field given twice.</summary>
    public static readonly Rule DuplicateField = Band.Add("MTASTS2109", Severity.Warning, "Field given twice",
        "The field '{0}' is there already; the first one counts and this one is ignored.",
        "RFC 8460 §3",
        "Remove the later field; one rua field can name several addresses.");

    /// <summary><c>MTASTS2110</c>: White space at the end.</summary>
    public static readonly Rule TrailingWhiteSpace = Band.Add("MTASTS2110", Severity.Error, "White space at the end",
        "The record ends in white space with no semicolon before it, which makes it invalid.",
        "RFC 8460 §3",
        "Remove the white space, or end the record with a semicolon.");

    /// <summary><c>MTASTS2111</c>: Field name outside the grammar.</summary>
    public static readonly Rule ExtensionNameInvalid = Band.Add("MTASTS2111", Severity.Error, "Field name outside the grammar",
        "The field name '{0}' must begin with a letter or digit and have at most 32 letters, digits, '_', '-' or '.'.",
        "RFC 8460 §3",
        "Correct or remove the field.");

    /// <summary><c>MTASTS2112</c>: Field value outside the grammar.</summary>
    public static readonly Rule ExtensionValueInvalid = Band.Add("MTASTS2112", Severity.Error, "Field value outside the grammar",
        "The value of the field '{0}' is empty or has a character other than printable ASCII without '=', ';' and space.",
        "RFC 8460 §3",
        "Correct or remove the field.");

    /// <summary><c>MTASTS2113</c>: Field name nearly a known one.</summary>
    public static readonly Rule NearlyKnownField = Band.Add("MTASTS2113", Severity.Warning, "Field name nearly a known one",
        "The field '{0}' is not known and is ignored; '{1}' may be meant (case matters).",
        "RFC 8460 §3",
        "Write the field name exactly as the RFC has it, in lower case.");

    /// <summary><c>MTASTS2114</c>: Quotation marks inside the record.</summary>
    public static readonly Rule QuotedRecord = Band.Add("MTASTS2114", Severity.Error, "Quotation marks inside the record",
        "The record's value begins with a quotation mark, so senders discard it; zone files need the quotes, most web forms add their own.",
        "RFC 8460 §3",
        "Remove the quotation marks from the value.");

    /// <summary><c>MTASTS2115</c>: Two semicolons in a row.</summary>
    public static readonly Rule EmptyField = Band.Add("MTASTS2115", Severity.Error, "Two semicolons in a row",
        "There is nothing between two semicolons of the record, which makes it invalid.",
        "RFC 8460 §3",
        "Remove the superfluous semicolon.");

    /// <summary><c>MTASTS2116</c>: Discarded record beside the good one.</summary>
    public static readonly Rule DiscardedRecord = Band.Add("MTASTS2116", Severity.Warning, "Discarded record beside the good one",
        "Beside the TLSRPT record is '{0}', which does not begin 'v=TLSRPTv1;', so senders discard it.",
        "RFC 8460 §3",
        "Remove it if nothing needs it; corrected, it would be a second record, and senders treat two as none.",
        RuleSurfaces.Text | RuleSurfaces.Live);
}
