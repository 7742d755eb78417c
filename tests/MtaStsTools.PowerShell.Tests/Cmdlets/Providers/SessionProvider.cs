using System.Management.Automation.Runspaces;
using MtaStsTools.PowerShell.Tests.Engine;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>A provider of a session, each call to which is made within a command of that session.</summary>
internal sealed class SessionProvider(ModuleSession session, IDnsRecordProvider provider) : IDnsRecordProvider
{
    public string Description => provider.Description;

    public DnsProviderCapabilities Capabilities => provider.Capabilities;

    /// <summary>A session with cmdlets of the tests, whose types are ours: those of the built module are in a load context of their own.</summary>
    public static ModuleSession Open()
    {
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry("Use-Provider", typeof(UseProviderCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("New-ScriptProvider", typeof(NewScriptProviderCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("New-WindowsProvider", typeof(NewWindowsProviderCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("New-ScriptHost", typeof(NewScriptHostCommand), null));
        return new ModuleSession(importModule: false, state: state);
    }

    public Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken) => RunAsync(() => provider.FindZoneAsync(recordName, cancellationToken));

    public Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken) => RunAsync(() => provider.ReadTxtAsync(zone, recordName, cancellationToken));

    public Task ApplyAsync(RecordChange change, CancellationToken cancellationToken) => RunAsync(async () =>
    {
        await provider.ApplyAsync(change, cancellationToken);
        return true;
    });

    public Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken) => RunAsync(() => provider.GetNameServersAsync(zone, cancellationToken));

    private Task<T> RunAsync<T>(Func<Task<T>> call) => SessionCall.RunAsync(session, call);
}
