namespace MtaStsTools;

/// <summary>20xx: the TXT record at _mta-sts (RFC 8461 §3.1).</summary>
public static class RecordRules
{
    internal static readonly RuleBand Band = new(RuleCategory.RecordText, RuleSurfaces.Text | RuleSurfaces.Code | RuleSurfaces.Live);

    /// <summary><c>MTASTS2001</c>: No MTA-STS record.</summary>
    public static readonly Rule NoRecord = Band.Add("MTASTS2001", Severity.Error, "No MTA-STS record",
        "Of {0} TXT records none begins 'v=STSv1;', so senders see no MTA-STS record.",
        "RFC 8461 §3.1",
        "Publish one TXT record 'v=STSv1; id=…;' at the name _mta-sts.",
        RuleSurfaces.Text | RuleSurfaces.Live);

    /// <summary><c>MTASTS2002</c>: More than one MTA-STS record.</summary>
    public static readonly Rule SeveralRecords = Band.Add("MTASTS2002", Severity.Error, "More than one MTA-STS record",
        "{0} TXT records begin 'v=STSv1;', and senders treat more than one as none.",
        "RFC 8461 §3.1",
        "Keep one of them.",
        RuleSurfaces.Text | RuleSurfaces.Live);

    /// <summary><c>MTASTS2003</c>: Space before the first semicolon.</summary>
    public static readonly Rule SpaceBeforeSemicolon = Band.Add("MTASTS2003", Severity.Warning, "Space before the first semicolon",
        "There is white space between 'v=STSv1' and its semicolon: the RFC's rule drops such a record, and senders differ.",
        "RFC 8461 §3.1",
        "Write 'v=STSv1;' without a space.");

    /// <summary><c>MTASTS2004</c>: Record does not begin v=STSv1;.</summary>
    public static readonly Rule VersionWrong = Band.Add("MTASTS2004", Severity.Error, "Record does not begin v=STSv1;",
        "The record begins '{0}' and not 'v=STSv1;' (case matters), so senders discard it.",
        "RFC 8461 §3.1",
        "Begin the record with 'v=STSv1;'.");

    /// <summary><c>MTASTS2005</c>: No id field.</summary>
    public static readonly Rule IdMissing = Band.Add("MTASTS2005", Severity.Error, "No id field",
        "The record has no 'id' field.",
        "RFC 8461 §3.1",
        "Add 'id=' and 1 to 32 letters or digits, for instance a UTC time stamp.");

    /// <summary><c>MTASTS2006</c>: id is not 1 to 32 letters or digits.</summary>
    public static readonly Rule IdInvalid = Band.Add("MTASTS2006", Severity.Error, "id is not 1 to 32 letters or digits",
        "The id '{0}' must be 1 to 32 ASCII letters or digits.",
        "RFC 8461 §3.1",
        "Use letters and digits only, for instance a UTC time stamp such as 20260131T120000.");

    /// <summary><c>MTASTS2007</c>: Malformed field.</summary>
    public static readonly Rule MalformedField = Band.Add("MTASTS2007", Severity.Error, "Malformed field",
        "'{0}' is not a 'name=value' field, and makes the whole record invalid.",
        "RFC 8461 §3.1",
        "Correct or remove the field.");

    /// <summary><c>MTASTS2008</c>: Field given twice.</summary>
    public static readonly Rule DuplicateField = Band.Add("MTASTS2008", Severity.Warning, "Field given twice",
        "The field '{0}' is there already; the first one counts and this one is ignored.",
        "RFC 8461 §3.1",
        "Remove the later field.");

    /// <summary><c>MTASTS2009</c>: White space at the end.</summary>
    public static readonly Rule TrailingWhiteSpace = Band.Add("MTASTS2009", Severity.Error, "White space at the end",
        "The record ends in white space with no semicolon before it, which makes it invalid.",
        "RFC 8461 §3.1",
        "Remove the white space, or end the record with a semicolon.");

    /// <summary><c>MTASTS2010</c>: Field name outside the grammar.</summary>
    public static readonly Rule ExtensionNameInvalid = Band.Add("MTASTS2010", Severity.Error, "Field name outside the grammar",
        "The field name '{0}' must begin with a letter or digit and have at most 32 letters, digits, '_', '-' or '.'.",
        "RFC 8461 §3.1",
        "Correct or remove the field.");

    /// <summary><c>MTASTS2011</c>: Field value outside the grammar.</summary>
    public static readonly Rule ExtensionValueInvalid = Band.Add("MTASTS2011", Severity.Error, "Field value outside the grammar",
        "The value of the field '{0}' is empty or has a character other than printable ASCII without '=', ';' and space.",
        "RFC 8461 §3.1",
        "Correct or remove the field.");

    /// <summary><c>MTASTS2012</c>: Field name nearly a known one.</summary>
    public static readonly Rule NearlyKnownField = Band.Add("MTASTS2012", Severity.Warning, "Field name nearly a known one",
        "The field '{0}' is not known and is ignored; '{1}' may be meant (case matters).",
        "RFC 8461 §3.1",
        "Write the field name exactly as the RFC has it, in lower case.");

    /// <summary><c>MTASTS2013</c>: Quotation marks inside the record.</summary>
    public static readonly Rule QuotedRecord = Band.Add("MTASTS2013", Severity.Error, "Quotation marks inside the record",
        "The record's value begins with a quotation mark, so senders discard it; zone files need the quotes, most web forms add their own.",
        "RFC 8461 §3.1",
        "Remove the quotation marks from the value.");

    /// <summary><c>MTASTS2014</c>: Two semicolons in a row.</summary>
    public static readonly Rule EmptyField = Band.Add("MTASTS2014", Severity.Error, "Two semicolons in a row",
        "There is nothing between two semicolons of the record, which makes it invalid.",
        "RFC 8461 §3.1",
        "Remove the superfluous semicolon.");

    /// <summary><c>MTASTS2015</c>: Discarded record beside the good one.</summary>
    public static readonly Rule DiscardedRecord = Band.Add("MTASTS2015", Severity.Warning, "Discarded record beside the good one",
        "Beside the MTA-STS record is '{0}', which does not begin 'v=STSv1;', so senders discard it.",
        "RFC 8461 §3.1",
        "Remove it if nothing needs it; corrected, it would be a second record, and senders treat two as none.",
        RuleSurfaces.Text | RuleSurfaces.Live);
}
