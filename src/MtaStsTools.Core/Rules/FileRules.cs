namespace MtaStsTools;

/// <summary>4xxx: policy files in a project.</summary>
public static class FileRules
{
    internal static readonly RuleBand Band = new(RuleCategory.File, RuleSurfaces.File);

    /// <summary><c>MTASTS4001</c>: Policy file is not UTF-8.</summary>
    public static readonly Rule PolicyFileEncoding = Band.Add("MTASTS4001", Severity.Error, "Policy file is not UTF-8",
        "The policy file '{0}' is not UTF-8.",
        "RFC 8461 §3.2",
        "Save the file as UTF-8 without a byte order mark.");

    /// <summary><c>MTASTS4002</c>: Policy text and file differ.</summary>
    public static readonly Rule PolicyFileDiffers = Band.Add("MTASTS4002", Severity.Warning, "Policy text and file differ",
        "This policy differs from the file '{0}' that it names: {1}.",
        "RFC 8461 §3.2",
        "Make the two the same, or remove the file= from the comment.",
        RuleSurfaces.Code);

    /// <summary><c>MTASTS4003</c>: Policy file not found.</summary>
    public static readonly Rule PolicyFileNotFound = Band.Add("MTASTS4003", Severity.Warning, "Policy file not found",
        "No additional file matches '{0}'.",
        "RFC 8461 §3.2",
        "Correct the path, or add the file to AdditionalFiles.",
        RuleSurfaces.Code);

    /// <summary><c>MTASTS4004</c>: Misspelt lang comment.</summary>
    public static readonly Rule UnknownLanguage = Band.Add("MTASTS4004", Severity.Warning, "Misspelt lang comment",
        "There is no language '{0}', so the string is not read; '{1}' is meant.",
        "RFC 8461 §3.2",
        "Write the name of the language as it is.",
        RuleSurfaces.Code);

    /// <summary><c>MTASTS4005</c>: Option without effect.</summary>
    public static readonly Rule OptionWithoutEffect = Band.Add("MTASTS4005", Severity.Warning, "Option without effect",
        "The option '{0}' has no effect: {1}.",
        "RFC 8461 §3.2",
        "Correct the option in the .editorconfig or the .globalconfig.");
}
