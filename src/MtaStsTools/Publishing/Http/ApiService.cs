namespace MtaStsTools.Publishing.Http;

/// <summary>The service behind an API: where it is, how it knows who asks, and its words for errors.</summary>
internal sealed record ApiService
{
    /// <summary>Its name, as in a sentence: <c>Cloudflare</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The address below which all of its paths are; checked by <see cref="ApiEndpoint"/>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Makes the error that callers of the provider or host know.</summary>
    public required Func<ApiError, ProviderException> Fail { get; init; }

    /// <summary>Puts on each request, whenever it is sent, what proves who asks.</summary>
    public Func<HttpRequestMessage, byte[]?, CancellationToken, Task>? Authorize { get; init; }

    /// <summary>What must never be shown, even where the service says it.</summary>
    public IReadOnlyCollection<ProviderSecret> Secrets { get; init; } = [];

    /// <summary>The sentence of an error in the JSON of the service; null where there is none.</summary>
    public Func<ApiJson, string?> Explain { get; init; } = static answer => answer.TextOrNull("message");

    /// <summary>The sentence of an error where the service does not speak JSON; null where <see cref="Explain"/> finds it.</summary>
    public Func<ReadOnlyMemory<byte>, string?>? ExplainBody { get; init; }

    /// <summary>The status that an answer means, where a service tells by a code in the body what others tell by the status.</summary>
    public Func<int, ReadOnlyMemory<byte>, int> Meaning { get; init; } = static (status, _) => status;

    /// <summary>What to do where the service does not know who asks.</summary>
    public required string UnauthorizedRemedy { get; init; }

    /// <summary>What to do where who asks may not do it.</summary>
    public required string ForbiddenRemedy { get; init; }

    public string Server => Endpoint.Authority;

    public string Description => $"{Name} at {Server}";
}
