using System.Management.Automation;
using System.Net;
using MtaStsTools.Dns;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>What all commands that ask the network have in common: whom to ask, and how long to wait.</summary>
public abstract class NetworkCmdlet : AsyncCmdlet
{
    /// <summary>Name servers to ask, as IP addresses with an optional port. Without it, the resolvers of this machine.</summary>
    [Parameter]
    [DnsServerTransformation]
    public virtual IPEndPoint[] DnsServer { get; set; } = [];

    /// <summary>The time limit of each step (a DNS answer, a connection, a handshake, the policy), in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 600)]
    public virtual int TimeoutSec { get; set; } = 10;

    /// <summary>Whom to ask the DNS, as the parameters say.</summary>
    private protected DnsResolverOptions ResolverOptions => new() { Servers = DnsServer, Timeout = TimeSpan.FromSeconds(TimeoutSec) };

    /// <summary>The options of an observation, as the parameters say.</summary>
    private protected virtual ObservationOptions Options
    {
        get
        {
            var limit = TimeSpan.FromSeconds(TimeoutSec);
            return new ObservationOptions
            {
                DnsServers = DnsServer,
                DnsTimeout = limit,
                ConnectTimeout = limit,
                GreetingTimeout = limit,
                HandshakeTimeout = limit,
                HttpTimeout = limit,
                Progress = new VerboseSteps(this),
            };
        }
    }

    /// <summary>The domains that the entries of a list name; what is no domain is an error, and the command goes on.</summary>
    private protected IEnumerable<string> Valid(IEnumerable<string> domains)
    {
        foreach (var entry in domains)
        {
            if (DomainList.Entry(entry) is not { } domain)
                continue;
            if (DomainName.TryParse(domain, out var name, out var findings))
            {
                KnownDomains.Remember(name.Ascii);
                yield return name.Ascii;
            }
            else
            {
                WriteError(InvalidDomain.Error(domain, findings));
            }
        }
    }

    private sealed class VerboseSteps(NetworkCmdlet cmdlet) : IProgress<ObservationStep>
    {
        public void Report(ObservationStep value) => cmdlet.WriteVerbose($"{value.Domain}: {value.Text}");
    }
}
