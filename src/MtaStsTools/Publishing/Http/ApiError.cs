using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Http;

/// <summary>All that an error of an API says, before it is one of a DNS provider or of a policy host.</summary>
internal sealed record ApiError
{
    public required ProviderErrorKind Kind { get; init; }

    public required string Message { get; init; }

    public required string Remedy { get; init; }

    public string? Detail { get; init; }

    public string? Server { get; init; }

    public bool MayHaveChanged { get; init; }

    public bool IsAuthenticated { get; init; }

    public Exception? Cause { get; init; }

    public static ProviderException ToDnsProvider(ApiError error) => new DnsProviderException(error.Kind, error.Message, error.Remedy, error.Cause)
    {
        Detail = error.Detail,
        Server = error.Server,
        MayHaveChanged = error.MayHaveChanged,
        IsAuthenticated = error.IsAuthenticated,
    };

    public static ProviderException ToPolicyHost(ApiError error) => new PolicyHostException(error.Kind, error.Message, error.Remedy, error.Cause)
    {
        Detail = error.Detail,
        Server = error.Server,
        MayHaveChanged = error.MayHaveChanged,
        IsAuthenticated = error.IsAuthenticated,
    };
}
