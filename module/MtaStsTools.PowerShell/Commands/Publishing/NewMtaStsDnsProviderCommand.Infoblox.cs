using System.Management.Automation;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsDnsProviderCommand
{
    private const string InfobloxSet = "Infoblox";

    /// <summary>An Infoblox grid with its web API.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InfobloxSet)]
    public SwitchParameter Infoblox { get; set; }

    /// <summary>The administrator of the grid and the password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InfobloxSet)]
    [ValidateNotNull]
    public PSCredential? Credential { get; set; }

    /// <summary>The DNS view whose zones are changed.</summary>
    [Parameter(ParameterSetName = InfobloxSet)]
    [ValidateNotNullOrEmpty]
    public string View { get; set; } = "default";

    /// <summary>The version of the web API.</summary>
    [Parameter(ParameterSetName = InfobloxSet)]
    [ValidatePattern(@"^[0-9]{1,2}(\.[0-9]{1,2}){1,2}$")]
    public string WapiVersion { get; set; } = "2.7";

    private InfobloxProvider CreateInfoblox() => new(new InfobloxOptions
    {
        Endpoint = Endpoint!,
        UserName = Credential!.UserName,
        Password = ProviderSecret.FromSecureString(Credential.Password),
        View = View,
        WapiVersion = WapiVersion,
        Api = Api,
    });
}
