using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools.Publishing.Estates;

/// <summary>
/// Knows whether a service that many domains share is down: after several failures in a row, none of which is about one domain, the others are told so at once
/// and do not wait for it one by one.
/// </summary>
internal sealed class ServiceWatch(string description, Func<ProviderErrorKind, string, string, ProviderException> create)
{
    private const int MostInARow = 3;

    private readonly object _gate = new();
    private int _inARow;
    private ProviderException? _down;

    /// <summary>Makes the call, unless the service is down.</summary>
    /// <param name="subject">What the call is about, for whoever hears that it was not made.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">What ends it without a word about the service.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Every failure is counted, and thrown on.")]
    public async Task<T> AskAsync<T>(string subject, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        if (Down is { } down)
            throw create(down.Kind, $"{subject}: {description} is not asked any more, as it failed several times in a row: {down.Message}", down.Remedy);
        try
        {
            var answer = await call().ConfigureAwait(false);
            Succeeded();
            return answer;
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            if (exception is ProviderException { Kind: ProviderErrorKind.Unauthorized or ProviderErrorKind.Unavailable or ProviderErrorKind.Timeout } failure)
                Failed(failure);
            else if (exception is ProviderException)
                Succeeded();
            throw;
        }
    }

    private ProviderException? Down
    {
        get
        {
            lock (_gate)
                return _down;
        }
    }

    private void Succeeded()
    {
        lock (_gate)
            _inARow = 0;
    }

    private void Failed(ProviderException failure)
    {
        lock (_gate)
        {
            if (++_inARow >= MostInARow)
                _down ??= failure;
        }
    }
}
