using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools.Publishing.Estates;

/// <summary>
/// Knows whether a service that many domains share is down: after several failures in a row, none of which is about one domain, the others are told so at once
/// and do not wait for it one by one.
/// </summary>
internal sealed class ServiceWatch
{
    private const int MostInARow = 3;

    private readonly object _gate = new();
    private int _inARow;
    private ProviderException? _down;

    /// <summary>Why the service counts as down; null where it does not.</summary>
    public ProviderException? Down
    {
        get
        {
            lock (_gate)
                return _down;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Every failure is counted, and thrown on.")]
    public async Task<T> AskAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
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
