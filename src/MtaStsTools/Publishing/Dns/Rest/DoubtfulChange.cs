namespace MtaStsTools.Publishing.Dns.Rest;

/// <summary>Errors that come when a part of a change may be made.</summary>
internal static class DoubtfulChange
{
    public static DnsProviderException Because(DnsProviderException error, string sentence) => new(error.Kind, $"{error.Message} {sentence}", error.Remedy, error.InnerException)
    {
        Detail = error.Detail,
        Server = error.Server,
        IsAuthenticated = error.IsAuthenticated,
        MayHaveChanged = true,
    };
}
