using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>A command that contacts the hosts of a domain: which of them it may, and whose certificates it trusts.</summary>
public abstract class ObservingCmdlet : DomainCmdlet
{
    /// <summary>Also contact addresses that are private or otherwise not global: for split-horizon networks and laboratories.</summary>
    [Parameter]
    public virtual SwitchParameter AllowPrivateAddress { get; set; }

    /// <summary>Trust these root certificates and no others, in place of the machine's: certificate objects, or paths of PEM or DER files.</summary>
    [Parameter]
    [CertificateTransformation]
    public virtual X509Certificate2[] TrustedRoot { get; set; } = [];

    /// <summary>The port of the policy host. Senders only use 443; another one is for laboratories.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public virtual int HttpsPort { get; set; } = 443;

    private protected override ObservationOptions Options => base.Options with
    {
        AllowPrivateAddresses = AllowPrivateAddress,
        TrustedRoots = TrustedRoot,
        HttpsPort = HttpsPort,
    };
}
