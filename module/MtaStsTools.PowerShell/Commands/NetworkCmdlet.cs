using System.Management.Automation;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>What all commands that ask the network have in common: whom to ask, how long to wait, whom to trust.</summary>
public abstract class NetworkCmdlet : StreamingCmdlet<string>
{
    /// <summary>Name servers to ask, as IP addresses with an optional port. Without it, the resolvers of this machine.</summary>
    [Parameter]
    [DnsServerTransformation]
    public IPEndPoint[] DnsServer { get; set; } = [];

    /// <summary>The time limit of each step (a DNS answer, a connection, a handshake, the policy), in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 600)]
    public int TimeoutSec { get; set; } = 10;

    /// <summary>Also contact addresses that are private or otherwise not global: for split-horizon networks and laboratories.</summary>
    [Parameter]
    public SwitchParameter AllowPrivateAddress { get; set; }

    /// <summary>Trust these root certificates and no others, in place of the machine's: certificate objects, or paths of PEM or DER files.</summary>
    [Parameter]
    [CertificateTransformation]
    public X509Certificate2[] TrustedRoot { get; set; } = [];

    /// <summary>The port of the policy host. Senders only use 443; another one is for laboratories.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int HttpsPort { get; set; } = 443;

    /// <summary>The port of the MX hosts. Senders only use 25; another one is for laboratories.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int SmtpPort { get; set; } = 25;

    /// <summary>The options of an observation, as the parameters say.</summary>
    private protected virtual ObservationOptions Options
    {
        get
        {
            var limit = TimeSpan.FromSeconds(TimeoutSec);
            return new ObservationOptions
            {
                DnsServers = DnsServer,
                AllowPrivateAddresses = AllowPrivateAddress,
                TrustedRoots = TrustedRoot,
                HttpsPort = HttpsPort,
                SmtpPort = SmtpPort,
                DnsTimeout = limit,
                ConnectTimeout = limit,
                GreetingTimeout = limit,
                HandshakeTimeout = limit,
                HttpTimeout = limit,
                Progress = new VerboseSteps(this),
            };
        }
    }

    /// <summary>The domains that can be asked for; each other one is an error, and the command goes on.</summary>
    private protected IEnumerable<string> Valid(IEnumerable<string> domains)
    {
        foreach (var domain in domains)
        {
            if (DomainName.TryParse(domain, out var name, out var findings))
            {
                KnownDomains.Remember(name.Ascii);
                yield return name.Ascii;
            }
            else
            {
                WriteError(CommandError.Create(
                    "InvalidDomainName", ErrorCategory.InvalidArgument, findings[0].Message, domain, findings[0].Remedy, new MtaStsFormatException(findings)));
            }
        }
    }

    private sealed class VerboseSteps(NetworkCmdlet cmdlet) : IProgress<ObservationStep>
    {
        public void Report(ObservationStep value) => cmdlet.WriteVerbose($"{value.Domain}: {value.Text}");
    }
}
