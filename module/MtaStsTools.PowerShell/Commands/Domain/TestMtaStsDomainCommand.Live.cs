using System.Management.Automation;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.PowerShell.Commands;

/// <content>What only a look at live domains takes: nothing of it has a meaning for facts that are saved.</content>
public sealed partial class TestMtaStsDomainCommand
{
    /// <inheritdoc/>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiveSet)]
    [Alias("DomainName", "Name")]
    [ArgumentCompleter(typeof(DomainCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Domain { get; set; } = [];

    /// <summary>Leave the MX hosts alone; what senders would do with them is then not known.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    public SwitchParameter SkipSmtp { get; set; }

    /// <summary>Ask every address of the policy host and of each MX host, in place of the first that answers.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    public SwitchParameter AllAddresses { get; set; }

    /// <summary>The most domains that are under way at a time.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateRange(1, 512)]
    public int ThrottleLimit { get; set; } = 32;

    /// <summary>The name to greet MX hosts with. Without it, the name of this machine.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateNotNullOrEmpty]
    public string? EhloName { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = LiveSet)]
    [DnsServerTransformation]
    public override IPEndPoint[] DnsServer { get; set; } = [];

    /// <inheritdoc/>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateRange(1, 600)]
    public override int TimeoutSec { get; set; } = 10;

    /// <inheritdoc/>
    [Parameter(ParameterSetName = LiveSet)]
    public override SwitchParameter AllowPrivateAddress { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = LiveSet)]
    [CertificateTransformation]
    public override X509Certificate2[] TrustedRoot { get; set; } = [];

    /// <inheritdoc/>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateRange(1, 65535)]
    public override int HttpsPort { get; set; } = 443;

    /// <summary>The port of the MX hosts. Senders only use 25; another one is for laboratories.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateRange(1, 65535)]
    public int SmtpPort { get; set; } = 25;

    private protected override ObservationOptions Options => base.Options with
    {
        SkipSmtp = SkipSmtp,
        AllAddresses = AllAddresses,
        ThrottleLimit = ThrottleLimit,
        EhloName = EhloName,
        SmtpPort = SmtpPort,
    };
}
