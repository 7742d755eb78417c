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
    private readonly ServiceWatch _watch = new(host.Description, static (kind, message, remedy) => new PolicyHostException(kind, message, remedy));
    private readonly SemaphoreSlim _writing = new(1);

    public string Description => host.Description;

    public PolicyHostCapabilities Capabilities => host.Capabilities;

    public string? GetTarget(string domain) => host.GetTarget(domain);

    public Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken) =>
        _watch.AskAsync(domain, () => host.ReadAsync(domain, cancellationToken), cancellationToken);

    public async Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _watch.AskAsync(
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
}
