namespace MtaStsTools.Assessment.Certificates;

/// <summary>Cipher suites of TLS 1.2 that RFC 9325 §4 advises against, by their IANA names, and that some senders no longer offer.</summary>
internal static class WeakCipherSuite
{
    private static readonly (string Word, string Reason)[] WeakWords =
    [
        ("NULL", "does not encrypt"),
        ("RC4", "encrypts with RC4, which is broken"),
        ("3DES", "encrypts with 3DES, whose blocks are too short"),
    ];

    /// <summary>What is wrong with a suite, or null.</summary>
    public static string? Reason(string? suite)
    {
        if (suite?.Split('_') is not ["TLS", var keyExchange, ..] words)
            return null;
        if (Array.Find(WeakWords, weak => Array.IndexOf(words, weak.Word) >= 0).Reason is { } reason)
            return reason;
        return keyExchange == "RSA" ? "has no forward secrecy" : Array.IndexOf(words, "CBC") >= 0 ? "encrypts in CBC mode" : null;
    }
}
