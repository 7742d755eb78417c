namespace MtaStsTools;

/// <summary>4xxx: policy files in a project.</summary>
public static class FileRules
{
    internal static readonly RuleBand Band = new(RuleCategory.File, RuleSurfaces.File);

    public static readonly Rule PolicyFileEncoding = Band.Add("MTASTS4001", Severity.Error, "Policy file is not UTF-8",
        "The policy file '{0}' is not UTF-8.",
        "RFC 8461 §3.2",
        "Save the file as UTF-8 without a byte order mark.");

    public static readonly Rule PolicyFileDiffers = Band.Add("MTASTS4002", Severity.Warning, "Policy text and file differ",
        "This policy differs from the file '{0}' that it names: {1}.",
        "RFC 8461 §3.2",
        "Make the two the same, or remove the file= from the comment.");

    public static readonly Rule PolicyFileNotFound = Band.Add("MTASTS4003", Severity.Warning, "Policy file not found",
        "No additional file matches '{0}'.",
        "RFC 8461 §3.2",
        "Correct the path, or add the file to AdditionalFiles.");
}
