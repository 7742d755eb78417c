using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Estates;

/// <summary>
/// A policy host that many domains of one run share. Files are written one after the other, each against the version of that moment: a host that keeps all in
/// one script or branch would else refuse what the same run wrote for the neighbour.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore holds nothing of the system's, and work that is ending still releases it.")]
internal sealed class SharedHost(IPolicyHost host) : IPolicyHost
{
    private readonly ServiceWatch _watch = new();
    private readonly SemaphoreSlim _writing = new(1);

    public string Description => host.Description;

    public PolicyHostCapabilities Capabilities => host.Capabilities;

    public string? GetTarget(string domain) => host.GetTarget(domain);

    public Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken) =>
        AskAsync(domain, () => host.ReadAsync(domain, cancellationToken), cancellationToken);

    public async Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await AskAsync(
                change.Domain,
                async () =>
                {
                    var now = await host.ReadAsync(change.Domain, cancellationToken).ConfigureAwait(false);
                    await host.ApplyAsync(now.Holds(change.Expected.Body) ? change with { Expected = now } : change, cancellationToken).ConfigureAwait(false);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private Task<T> AskAsync<T>(string domain, Func<Task<T>> call, CancellationToken cancellationToken) => _watch.Down is { } down
        ? Task.FromException<T>(new PolicyHostException(down.Kind, $"{domain}: {host.Description} is not asked any more, as it failed several times in a row: {down.Message}", down.Remedy))
        : _watch.AskAsync(call, cancellationToken);
}
