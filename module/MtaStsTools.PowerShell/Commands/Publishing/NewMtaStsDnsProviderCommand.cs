using System.Management.Automation;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Makes the object through which records are changed, for the parameter -Provider. Each kind of provider has a parameter set and a file of its own.</summary>
[Cmdlet(VerbsCommon.New, "MtaStsDnsProvider", DefaultParameterSetName = Rfc2136Set)]
[OutputType(typeof(IDnsRecordProvider))]
public sealed partial class NewMtaStsDnsProviderCommand : MtaStsCmdlet
{
    /// <summary>The time limit of each request, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 600)]
    public int TimeoutSec { get; set; } = 10;

    private TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSec);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            WriteObject(CreateProvider());
        }
        catch (CommandFailedException exception)
        {
            ThrowTerminatingError(exception.ErrorRecord);
        }
    }

    private IDnsRecordProvider CreateProvider() => ParameterSetName switch
    {
        ZoneFileSet => CreateZoneFile(),
        ScriptBlockSet => CreateScriptBlock(),
        _ => CreateRfc2136(),
    };
}
