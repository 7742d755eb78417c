namespace MtaStsTools.AspNetCore;

/// <summary>The policies that an application is to serve cannot be served; the message says what is wrong and where.</summary>
public sealed class MtaStsConfigurationException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public MtaStsConfigurationException()
        : base("The policies cannot be served.")
    {
    }

    /// <summary>An exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    public MtaStsConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>An exception.</summary>
    /// <param name="message">What is wrong, and where.</param>
    /// <param name="innerException">What caused it.</param>
    public MtaStsConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal MtaStsConfigurationException(IReadOnlyList<PlacedFinding> errors)
        : base("MTA-STS policies cannot be served:" + string.Concat(errors.Select(error => Environment.NewLine + error))) =>
        Findings = [.. errors.Select(error => error.Finding)];

    /// <summary>The Errors, where rules have found them.</summary>
    public IReadOnlyList<Finding> Findings { get; } = [];
}
