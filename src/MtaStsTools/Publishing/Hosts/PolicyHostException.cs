namespace MtaStsTools.Publishing.Hosts;

/// <summary>A policy host could not be read or changed.</summary>
public sealed class PolicyHostException : ProviderException
{
    /// <summary>An error with its sentence and its remedy.</summary>
    public PolicyHostException(ProviderErrorKind kind, string message, string remedy, Exception? innerException = null)
        : base(kind, message, remedy, innerException)
    {
    }
}
