namespace MtaStsTools;

/// <summary>Which outcomes come of a connection; the others say nothing of what listens there.</summary>
internal static class Connections
{
    /// <summary>Whether TCP connected.</summary>
    public static bool IsConnected(this SmtpOutcome outcome) =>
        outcome is not (SmtpOutcome.AddressNotAllowed or SmtpOutcome.ConnectFailed or SmtpOutcome.ConnectTimeout or SmtpOutcome.NotReached);

    /// <inheritdoc cref="IsConnected(SmtpOutcome)"/>
    public static bool IsConnected(this PolicyFetchOutcome outcome) =>
        outcome is not (PolicyFetchOutcome.AddressNotAllowed or PolicyFetchOutcome.ConnectFailed or PolicyFetchOutcome.ConnectTimeout or PolicyFetchOutcome.NotReached);
}
