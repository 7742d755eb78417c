namespace MtaStsTools.Publishing.Dns;

/// <summary>A DNS provider could not be read or changed.</summary>
public sealed class DnsProviderException : ProviderException
{
    /// <summary>An error with its sentence and its remedy.</summary>
    public DnsProviderException(ProviderErrorKind kind, string message, string remedy, Exception? innerException = null)
        : base(kind, message, remedy, innerException)
    {
    }
}
