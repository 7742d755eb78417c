using System.Collections;
using System.Management.Automation;
using MtaStsTools.PowerShell.Pipeline;

namespace MtaStsTools.PowerShell.Providers.WindowsDns;

/// <summary>The cmdlets of the module DnsServer, called in the session of the command that uses the provider.</summary>
internal sealed class DnsServerCmdlets(WindowsDnsOptions options, WindowsDnsErrors errors)
{
    private readonly PipelineScript _zones = Script(DnsServerScripts.Zones);
    private readonly PipelineScript _delegated = Script(DnsServerScripts.Delegated);
    private readonly PipelineScript _read = Script(DnsServerScripts.Read);
    private readonly PipelineScript _add = Script(DnsServerScripts.Add);
    private readonly PipelineScript _remove = Script(DnsServerScripts.Remove);
    private readonly PipelineScript _clear = Script(DnsServerScripts.Clear);
    private readonly PipelineScript _retime = Script(DnsServerScripts.Retime);

    /// <summary>Which of the names are zones of the server's.</summary>
    public async Task<IReadOnlyList<DnsServerZone>> FindZonesAsync(string recordName, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var call = Call();
        call["Names"] = names.ToArray();
        return [.. (await RunAsync(_zones, call, recordName, cancellationToken).ConfigureAwait(false)).Select(DnsServerZone.Read)];
    }

    /// <summary>The first of the names within the zone that is given to other servers; null where none is.</summary>
    public async Task<string?> FindDelegatedAsync(string recordName, string zone, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var call = Call();
        call["Zone"] = zone;
        call["Names"] = names.ToArray();
        return (await RunAsync(_delegated, call, recordName, cancellationToken).ConfigureAwait(false)).Select(name => name.BaseObject as string).FirstOrDefault();
    }

    /// <summary>
    /// What the zone has at a name. Of a TXT record with several strings the cmdlets show the first one alone, so they tell how many records there are and
    /// whether the name is an alias, and not what is in them.
    /// </summary>
    public async Task<(int Texts, string? Alias)> CountAsync(string zone, string recordName, CancellationToken cancellationToken)
    {
        var records = await RunAsync(_read, Call(new ScriptRecord { Zone = zone, Name = recordName }), recordName, cancellationToken).ConfigureAwait(false);
        var alias = records.Select(record => Member(record, "RecordData")).OfType<object>().Select(data => Member(PSObject.AsPSObject(data), "HostNameAlias")).OfType<object>().FirstOrDefault();
        return alias is null ? (records.Count, null) : (0, $"{alias}".TrimEnd('.'));
    }

    /// <summary>Makes one part of a change.</summary>
    /// <param name="part">What to do.</param>
    /// <param name="record">To what.</param>
    /// <param name="isBegun">Whether another part was made before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task ChangeAsync(DnsServerChange part, ScriptRecord record, bool isBegun, CancellationToken cancellationToken) => RunAsync(
        part switch
        {
            DnsServerChange.Add => _add,
            DnsServerChange.Remove => _remove,
            DnsServerChange.Clear => _clear,
            _ => _retime,
        },
        Call(record), record.Name, cancellationToken, isChange: true, isBegun);

    /// <summary>A property of an object that a cmdlet wrote; null where it has none of that name.</summary>
    public static object? Member(PSObject item, string name) => item.Properties[name]?.Value switch
    {
        PSObject { BaseObject: not PSCustomObject } wrapper => wrapper.BaseObject,
        var value => value,
    };

    private static PipelineScript Script(string text) => new(ScriptBlock.Create(text));

    private async Task<IReadOnlyList<PSObject>> RunAsync(
        PipelineScript script, Hashtable call, string recordName, CancellationToken cancellationToken, bool isChange = false, bool isBegun = false)
    {
        try
        {
            return await script.RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (PipelineScriptException exception)
        {
            throw errors.Create(exception.Error, recordName, isChange, isBegun);
        }
    }

    private Hashtable Call(ScriptRecord? record = null)
    {
        // Functions of a module know nothing of the preference of who calls them.
        var server = new Hashtable { ["ErrorAction"] = ActionPreference.Stop };
        if (options.ComputerName is not null)
            server["ComputerName"] = options.ComputerName;
        if (options.CimSession is not null)
            server["CimSession"] = options.CimSession;
        return new Hashtable { ["Server"] = server, ["Record"] = record };
    }
}
