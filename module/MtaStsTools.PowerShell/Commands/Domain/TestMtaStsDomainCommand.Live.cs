using System.Management.Automation;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.PowerShell.Commands;

/// <content>What only a look at live domains takes: nothing of it has a meaning for facts that are saved.</content>
public sealed partial class TestMtaStsDomainCommand
{
    /// <inheritdoc/>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = LiveSet)]
    [Alias("DomainName", "Name")]
    [ArgumentCompleter(typeof(DomainCompleter))]
    [AllowEmptyString]
    [AllowNull]
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

    /// <summary>The time limit of a domain as a whole, in seconds. What was not reached by then is unknown, and a finding says so.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    [ValidateRange(1, 3600)]
    public int DomainTimeoutSec { get; set; } = 60;

    /// <summary>Give the reports in the order of the domains, and not as they are done.</summary>
    [Parameter(ParameterSetName = LiveSet)]
    public SwitchParameter PreserveOrder { get; set; }

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
        DomainTimeout = TimeSpan.FromSeconds(DomainTimeoutSec),
    };

    private async Task TestLiveAsync(IAsyncEnumerable<string> domains, CancellationToken cancellationToken)
    {
        var options = Options;
        var progress = new RunProgress(this, "Testing MTA-STS", options.Progress);
        var order = new InputOrder();
        var port25 = new Port25Watch();
        using var observer = new DomainObserver(options with { Progress = progress });
        var scan = new DomainScanner(observer).ScanAsync(progress.Count(PreserveOrder ? order.Note(domains) : domains), cancellationToken);
        await foreach (var observation in (PreserveOrder ? order.Restore(scan) : scan).ConfigureAwait(false))
        {
            progress.Done(observation.Domain);
            port25.Add(observation);
            await WriteLiveAsync(observation, Assessment with { Port25IsOpen = port25.IsOpen }).ConfigureAwait(false);
        }

        progress.Complete();
        if (port25.SeemsBlocked)
            WriteWarning($"{MailExchangerRules.Port25Blocked.Id}: {MailExchangerRules.Port25Blocked.MessageFormat} {MailExchangerRules.Port25Blocked.Remedy}");
    }

    private Task WriteLiveAsync(DomainObservation observation, AssessmentOptions assessment)
    {
        if (observation.Failure is { } failure)
        {
            return WriteErrorAsync(CommandError.Create(
                "ObservationFailed", ErrorCategory.NotSpecified, $"{observation.Domain} could not be observed: {failure}", observation.Domain,
                "Run the command again with -Verbose, and report the output if the failure persists."));
        }

        foreach (var result in ObservationResults.Of(observation))
            WriteVerbose($"{observation.Domain}: {result}");
        var report = DomainAssessor.Assess(observation, assessment);
        try
        {
            return WriteObjectAsync(Output(report));
        }
        catch (ReportFormatException exception)
        {
            return WriteErrorAsync(TooLarge(report, exception));
        }
    }
}
