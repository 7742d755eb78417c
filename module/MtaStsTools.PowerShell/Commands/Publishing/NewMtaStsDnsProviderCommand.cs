using System.Management.Automation;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Http;

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

    /// <summary>The address of the service's API, where it is another than the usual one.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PowerDnsSet)]
    [Parameter(Mandatory = true, ParameterSetName = InfobloxSet)]
    [Parameter(ParameterSetName = CloudflareSet)]
    [Parameter(ParameterSetName = GoogleCloudDnsSet)]
    [Parameter(ParameterSetName = GoogleCloudDnsTokenSet)]
    [Parameter(ParameterSetName = AzureDnsSet)]
    [Parameter(ParameterSetName = AzureDnsSecretSet)]
    [Parameter(ParameterSetName = AzureDnsCertificateSet)]
    [Parameter(ParameterSetName = AzureDnsTokenSet)]
    [Parameter(ParameterSetName = Route53Set)]
    [Parameter(ParameterSetName = Route53KeySet)]
    [ValidateNotNull]
    public Uri? Endpoint { get; set; }

    private TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSec);

    private HttpApiOptions Api => new() { Timeout = Timeout };

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
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(CommandError.Create(
                "InvalidDnsProvider", ErrorCategory.InvalidArgument, CommandError.Sentence(exception), targetObject: null, "Correct the parameter and run the command again.", exception));
        }
    }

    private IDnsRecordProvider CreateProvider() => ParameterSetName switch
    {
        ZoneFileSet => CreateZoneFile(),
        ScriptBlockSet => CreateScriptBlock(),
        PowerDnsSet => CreatePowerDns(),
        CloudflareSet => CreateCloudflare(),
        GoogleCloudDnsSet or GoogleCloudDnsTokenSet => CreateGoogleCloudDns(),
        InfobloxSet => CreateInfoblox(),
        PoshAcmeSet => CreatePoshAcme(),
        WindowsDnsSet => CreateWindowsDns(),
        AzureDnsSet or AzureDnsSecretSet or AzureDnsCertificateSet or AzureDnsTokenSet => CreateAzureDns(),
        Route53Set or Route53KeySet => CreateRoute53(),
        _ => CreateRfc2136(),
    };
}
