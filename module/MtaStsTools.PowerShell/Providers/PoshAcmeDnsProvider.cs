using System.Collections;
using System.Management.Automation;
using MtaStsTools.PowerShell.Pipeline;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>
/// Changes records through a DNS plugin of an installed Posh-ACME 4, by the contract that all its plugins keep: <c>Add-DnsTxt</c>, <c>Remove-DnsTxt</c> and
/// <c>Save-DnsTxt</c>, called in the scope of that module. Plugins cannot read, so the records are read at the authoritative servers of the zone.
/// </summary>
public sealed class PoshAcmeDnsProvider : IDnsRecordProvider
{
    private const string ModuleName = "Posh-ACME";

    private const string Script = """
        $module = Microsoft.PowerShell.Core\Get-Module -Name Posh-ACME
        if (-not $module) { $module = Microsoft.PowerShell.Core\Import-Module -Name Posh-ACME -PassThru -ErrorAction Stop }
        if ($module.Version.Major -lt 4) {
            throw [System.Management.Automation.ErrorRecord]::new([System.NotSupportedException]::new("$($module.Version)"), 'PoshAcmeTooOld', 'NotInstalled', $module.Name)
        }
        & $module {
            param($Call)
            $ErrorActionPreference = 'Stop'
            $plugin = if ($script:Plugins -is [System.Collections.IDictionary]) { $script:Plugins[$Call.Plugin] }
            if (-not $plugin -or $plugin.ChallengeType -ne 'dns-01') { throw "It has no DNS plugin '$($Call.Plugin)'; Get-PAPlugin lists them." }
            if ($Call.SavedFor) {
                $saved = Get-PAPluginArgs -MainDomain $Call.SavedFor
                foreach ($key in @($saved.Keys)) { if (-not $Call.Arguments.ContainsKey($key)) { $Call.Arguments[$key] = $saved[$key] } }
            }
            $arguments = $Call.Arguments
            . $plugin.Path
            foreach ($text in $Call.Add) { $null = Add-DnsTxt -RecordName $Call.RecordName -TxtValue $text @arguments }
            foreach ($text in $Call.Remove) { $null = Remove-DnsTxt -RecordName $Call.RecordName -TxtValue $text @arguments }
            $null = Save-DnsTxt @arguments
        } $_
        """;

    private readonly PoshAcmeDnsOptions _options;
    private readonly AuthoritativeRecords _records;
    private readonly PipelineScript _script = new(ScriptBlock.Create(Script));

    internal PoshAcmeDnsProvider(PoshAcmeDnsOptions options) => (_options, _records) = (options, new AuthoritativeRecords(options.Reading));

    /// <inheritdoc/>
    public string Description => $"Posh-ACME plugin {DisplayText.Sanitize(_options.Plugin)}";

    /// <inheritdoc/>
    public DnsProviderCapabilities Capabilities { get; } = new();

    /// <inheritdoc/>
    public Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken) => _records.FindZoneAsync(recordName, cancellationToken);

    /// <inheritdoc/>
    public Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken) => _records.ReadAsync(zone, recordName, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>New records are added before old ones are removed. The time to live is the plugin's own.</remarks>
    public async Task ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        if (change.Add.Any(change.Remove.Contains))
        {
            throw new DnsProviderException(
                ProviderErrorKind.InvalidRequest, $"{change.RecordName}: {Description} sets a time to live of its own, which cannot be changed.", "Leave out the time to live.");
        }

        var arguments = (Hashtable)_options.PluginArgs.Clone();
        var call = new Hashtable
        {
            ["Plugin"] = _options.Plugin,
            ["Arguments"] = arguments,
            ["SavedFor"] = _options.SavedFor,
            ["RecordName"] = change.RecordName,
            ["Add"] = change.Add.Select(value => value.Text).ToArray(),
            ["Remove"] = change.Remove.Select(value => value.Text).ToArray(),
        };
        try
        {
            await _script.RunAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (PipelineScriptException exception)
        {
            throw Explain(exception.Error, change.RecordName, arguments);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken) => _records.ServersAsync(zone, cancellationToken);

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    // No cause: the plugin's own exception may hold the request, and with it the secrets.
    private DnsProviderException Explain(ErrorRecord error, string recordName, Hashtable arguments)
    {
        if (error.FullyQualifiedErrorId.StartsWith("Modules_ModuleNotFound", StringComparison.Ordinal))
        {
            return new DnsProviderException(
                ProviderErrorKind.Unavailable, $"{recordName}: the module {ModuleName} is not installed; nothing was changed.", $"Install it: Install-Module {ModuleName}.");
        }

        if (error.FullyQualifiedErrorId.StartsWith("PoshAcmeTooOld", StringComparison.Ordinal))
        {
            return new DnsProviderException(
                ProviderErrorKind.Unavailable,
                $"{recordName}: the module {ModuleName} that is loaded or installed has the version {DisplayText.Sanitize(error.Exception.Message)}, and its plugins can be used from 4 on; nothing was changed.",
                $"Update it: Update-Module {ModuleName}, then start a new session.");
        }

        var text = DisplayText.Sanitize(PoshAcmeSecrets.Hide(error.ToString().Trim(), arguments), 1000);
        return new DnsProviderException(
            ScriptErrors.Kind(error.CategoryInfo.Category),
            $"{recordName}: {Description} failed: {text}{(text.EndsWith(".", StringComparison.Ordinal) ? "" : ".")} Whether the change was made is not known.",
            "Look at the record, then correct the plugin's arguments; Get-PAPlugin shows its parameters.")
        {
            MayHaveChanged = true,
        };
    }
}
