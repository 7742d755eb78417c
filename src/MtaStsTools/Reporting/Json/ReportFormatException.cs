namespace MtaStsTools;

/// <summary>A JSON text is no observation or report, or one that this version cannot read.</summary>
public sealed class ReportFormatException : FormatException
{
    /// <summary>An exception without details.</summary>
    public ReportFormatException()
        : base("The text is no observation or report.")
    {
    }

    /// <summary>An exception with what is wrong.</summary>
    /// <param name="message">What is wrong; safe to display.</param>
    public ReportFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with what is wrong and what caused it.</summary>
    /// <param name="message">What is wrong; safe to display.</param>
    /// <param name="innerException">What caused it.</param>
    public ReportFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
