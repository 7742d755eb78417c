namespace MtaStsTools;

/// <summary>A text is not what it should be; <see cref="Findings"/> say where and why.</summary>
public sealed class MtaStsFormatException : FormatException
{
    /// <summary>An exception without findings.</summary>
    public MtaStsFormatException()
        : this([])
    {
    }

    /// <summary>An exception without findings.</summary>
    /// <param name="message">What is wrong.</param>
    public MtaStsFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An exception without findings.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What caused it.</param>
    public MtaStsFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An exception whose message is the first Error of the findings.</summary>
    /// <param name="findings">Everything there is to say about the text.</param>
    public MtaStsFormatException(IReadOnlyList<Finding> findings)
        : base(Describe(findings)) => Findings = findings;

    /// <summary>Every problem of the text, warnings included.</summary>
    public IReadOnlyList<Finding> Findings { get; } = [];

    private static string Describe(IReadOnlyList<Finding> findings)
    {
        var errors = findings.Where(finding => finding.Severity == Severity.Error).ToList();
        return errors.Count switch
        {
            0 => "The text is not valid.",
            1 => errors[0].ToString(),
            _ => $"{errors[0]} There are {errors.Count - 1} more errors.",
        };
    }
}
