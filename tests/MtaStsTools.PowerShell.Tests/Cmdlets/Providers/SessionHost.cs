using MtaStsTools.PowerShell.Tests.Engine;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>A policy host of a session, each call to which is made within a command of that session.</summary>
internal sealed class SessionHost(ModuleSession session, IPolicyHost host) : IPolicyHost
{
    public string Description => host.Description;

    public PolicyHostCapabilities Capabilities => host.Capabilities;

    public string? GetTarget(string domain) => host.GetTarget(domain);

    public Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken) => SessionCall.RunAsync(session, () => host.ReadAsync(domain, cancellationToken));

    public Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken) => SessionCall.RunAsync(session, async () =>
    {
        await host.ApplyAsync(change, cancellationToken);
        return true;
    });
}
