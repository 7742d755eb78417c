using MtaStsTools.Dns;
using MtaStsTools.PowerShell.Pipeline;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>
/// Reads and changes records by script blocks of the user's. They get a <see cref="ScriptRecord"/> as <c>$_</c>, run in the session of the command that uses the
/// provider, and promise nothing: the records are read once more before a change, new ones are added before old ones are removed, and all is read afterwards.
/// </summary>
public sealed class ScriptBlockDnsProvider : IDnsRecordProvider
{
    private readonly ScriptBlockDnsOptions _options;
    private readonly string _zone;
    private readonly PipelineScript _read;
    private readonly PipelineScript _add;
    private readonly PipelineScript _remove;

    internal ScriptBlockDnsProvider(ScriptBlockDnsOptions options)
    {
        _options = options;
        _zone = DomainName.Parse(options.Zone).Ascii;
        (_read, _add, _remove) = (new PipelineScript(options.Read), new PipelineScript(options.Add), new PipelineScript(options.Remove));
    }

    /// <inheritdoc/>
    public string Description => $"script blocks for {_zone}";

    /// <inheritdoc/>
    public DnsProviderCapabilities Capabilities { get; } = new() { ReadsAtSource = true };

    /// <inheritdoc/>
    public Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return recordName.Equals(_zone, StringComparison.OrdinalIgnoreCase) || recordName.EndsWith("." + _zone, StringComparison.OrdinalIgnoreCase)
            ? Task.FromResult(_zone)
            : throw new DnsProviderException(ProviderErrorKind.NotFound, $"{recordName}: the script blocks are for {_zone}, and the name is not in it.", "Make a provider for the zone that holds the name.");
    }

    /// <inheritdoc/>
    public async Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken)
    {
        try
        {
            return ScriptAnswer.Read(recordName, await _read.RunAsync(new ScriptRecord { Zone = zone, Name = recordName }, cancellationToken).ConfigureAwait(false));
        }
        catch (PipelineScriptException exception)
        {
            throw ScriptErrors.Create(exception, recordName, "-Read", isChange: false);
        }
        catch (FormatException exception)
        {
            throw new DnsProviderException(
                ProviderErrorKind.MalformedAnswer,
                $"{recordName}: -Read gave what cannot be used. {exception.Message}",
                "Let it write the text of each TXT record, or objects with Text (or Strings) and Ttl, or one with Alias; and nothing where there is no record.",
                exception);
        }
    }

    /// <inheritdoc/>
    /// <remarks>A value whose time to live changes is removed and added, since no set holds a value twice.</remarks>
    public async Task ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        var retimed = change.Remove.Where(change.Add.Contains).ToList();
        foreach (var value in retimed)
            await CallAsync(_remove, "-Remove", change, value, change.ExpectedTtl ?? change.Ttl, cancellationToken).ConfigureAwait(false);
        foreach (var value in change.Add)
            await CallAsync(_add, "-Add", change, value, change.Ttl, cancellationToken).ConfigureAwait(false);
        foreach (var value in change.Remove.Except(retimed))
            await CallAsync(_remove, "-Remove", change, value, change.ExpectedTtl ?? change.Ttl, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken)
    {
        var answer = await new DnsResolver(_options.Resolver).QueryAsync(zone, DnsRecordType.NS, cancellationToken).ConfigureAwait(false);
        return [.. answer.NameServers.Where(name => name.Length > 0).Select(name => new ZoneNameServer { Name = name })];
    }

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    private static async Task CallAsync(PipelineScript script, string name, RecordChange change, TxtValue value, TimeSpan ttl, CancellationToken cancellationToken)
    {
        try
        {
            await script.RunAsync(ScriptRecord.Of(change, value, ttl), cancellationToken).ConfigureAwait(false);
        }
        catch (PipelineScriptException exception)
        {
            throw ScriptErrors.Create(exception, change.RecordName, name, isChange: true);
        }
    }
}
