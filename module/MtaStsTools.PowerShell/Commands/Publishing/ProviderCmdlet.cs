using System.Management.Automation;
using System.Security;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>A change of records of domains through a provider: made as planned, and read back.</summary>
public abstract class ProviderCmdlet : PlanCmdlet
{
    private protected const string ServerSet = "Server";
    private const string ProviderSet = "Provider";

    /// <summary>What changes the record, as New-MtaStsDnsProvider makes it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ProviderSet)]
    [ValidateNotNull]
    public IDnsRecordProvider? Provider { get; set; }

    /// <summary>The primary name server of the zone: a host name or an IP address.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ServerSet)]
    [ValidateNotNullOrEmpty]
    public string Server { get; set; } = "";

    /// <summary>The TCP port of the name server.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    [ValidateRange(1, 65535)]
    public int Port { get; set; } = UpdateServer.DnsPort;

    /// <summary>The name of the TSIG key that signs the update. Without it the update is not signed.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    [ValidateNotNullOrEmpty]
    public string? KeyName { get; set; }

    /// <summary>The secret of the key in Base64: a SecureString, a PSCredential, <c>env:NAME</c> or <c>secret:NAME</c>.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    [SecretTransformation]
    public SecureString? KeySecret { get; set; }

    /// <summary>The MAC algorithm of the key.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    public TsigAlgorithm KeyAlgorithm { get; set; } = TsigAlgorithm.HmacSha256;

    /// <summary>The zone that holds the record. Without it, the deepest zone that the server has.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    [ValidateNotNullOrEmpty]
    public string? Zone { get; set; }

    /// <summary>The port of the authoritative name servers that are asked for the change. Resolvers only use 53; another one is for laboratories.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int NameServerPort { get; set; } = UpdateServer.DnsPort;

    /// <summary>How long to wait until every authoritative server has the change, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, 86_400)]
    public int ReadBackTimeoutSec { get; set; } = 120;

    // Each record may bring a server and a policy of its own.
    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) => ChangeAllAsync(ReadDomains, cancellationToken);

    /// <summary>Changes one domain after the other; what fails for one does not hold up the others.</summary>
    private protected async Task ChangeAllAsync(Func<IEnumerable<string>> domains, CancellationToken cancellationToken)
    {
        if (Incomplete() is { } error)
        {
            await WriteErrorAsync(error).ConfigureAwait(false);
            return;
        }

        using var key = Provider is null ? UpdateServer.CreateKey(KeyName, KeySecret, KeyAlgorithm) : null;
        var provider = Provider ?? UpdateServer.CreateProvider(new DynamicUpdateOptions
        {
            Server = Server,
            Port = Port,
            Key = key,
            Zone = Zone,
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
        });
        var options = new MtaStsRecordPublisherOptions
        {
            ReadBackTimeLimit = TimeSpan.FromSeconds(ReadBackTimeoutSec),
            QueryTimeout = TimeSpan.FromSeconds(TimeoutSec),
            AuthoritativePort = NameServerPort,
            DnsServers = DnsServer,
            AllowPrivateAddresses = AllowPrivateAddress,
        };
        foreach (var domain in domains())
        {
            await ChangeAsync(domain, async () =>
            {
                using var progress = new PublishSteps(this, domain);
                await ChangeAsync(domain, provider, options, progress, cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
    }

    /// <summary>The error of a record of the pipeline that does not say what to change; null where it does.</summary>
    private protected virtual ErrorRecord? Incomplete() => null;

    /// <summary>Works out what to change, and changes it.</summary>
    private protected abstract Task ChangeAsync(
        string domain, IDnsRecordProvider provider, MtaStsRecordPublisherOptions options, IProgress<PublishProgress> progress, CancellationToken cancellationToken);
}
