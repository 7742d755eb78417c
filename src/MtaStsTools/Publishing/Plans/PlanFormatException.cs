namespace MtaStsTools;

/// <summary>A JSON text is no plan, or one that this version cannot read; the message says where in it, and is safe to display.</summary>
public sealed class PlanFormatException : FormatException
{
    /// <summary>An exception with what is wrong.</summary>
    public PlanFormatException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
