using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Observes domains as a sender would, and tells whether their MTA-STS works.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MtaStsDomain", DefaultParameterSetName = LiveSet)]
[OutputType(typeof(DomainReport), typeof(string), typeof(bool))]
public sealed class TestMtaStsDomainCommand : NetworkCmdlet
{
    private const string LiveSet = "Domain";
    private const string SavedSet = "Observation";

    /// <summary>The domains of the mail addresses, such as example.com. International names are taken in either form.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiveSet)]
    [Alias("DomainName", "Name")]
    [ArgumentCompleter(typeof(DomainCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Domain { get; set; } = [];

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

    /// <summary>Assess these saved observations again and ask no network: observations, reports, or their JSON. Those of one domain from several places are assessed together.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SavedSet)]
    [ObservationTransformation]
    public DomainObservation[] Observation { get; set; } = [];

    /// <summary>Write each report as JSON with all its facts.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <summary>Only tell of each domain whether its verdict is Pass or Warning.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override ObservationOptions Options =>
        base.Options with { SkipSmtp = SkipSmtp, AllAddresses = AllAddresses, ThrottleLimit = ThrottleLimit, EhloName = EhloName };

    /// <inheritdoc/>
    protected override IEnumerable<string> ReadRecord() => ParameterSetName == LiveSet ? Valid(Domain) : [];

    /// <inheritdoc/>
    protected override async Task RunAsync(IAsyncEnumerable<string> inputs, CancellationToken cancellationToken)
    {
        foreach (var place in Observation.GroupBy(one => one.Domain, StringComparer.OrdinalIgnoreCase))
            await WriteReportAsync(DomainAssessor.Assess([.. place])).ConfigureAwait(false);
        if (ParameterSetName == LiveSet)
            await TestLiveAsync(inputs, cancellationToken).ConfigureAwait(false);
    }

    private async Task TestLiveAsync(IAsyncEnumerable<string> domains, CancellationToken cancellationToken)
    {
        var progress = new RunProgress(this, "Testing MTA-STS");
        var port25 = new Port25Watch();
        using var observer = new DomainObserver(Options);
        await foreach (var observation in new DomainScanner(observer).ScanAsync(progress.Count(domains), cancellationToken).ConfigureAwait(false))
        {
            progress.Done(observation.Domain);
            if (observation.Failure is { } failure)
            {
                await WriteErrorAsync(CommandError.Create(
                    "ObservationFailed", ErrorCategory.NotSpecified, $"{observation.Domain} could not be observed: {failure}", observation.Domain,
                    "Run the command again with -Verbose, and report the output if the failure persists.")).ConfigureAwait(false);
                continue;
            }

            port25.Add(observation);
            await WriteReportAsync(DomainAssessor.Assess(observation)).ConfigureAwait(false);
        }

        progress.Complete();
        if (port25.SeemsBlocked)
            WriteWarning($"{MailExchangerRules.Port25Blocked.Id}: {MailExchangerRules.Port25Blocked.MessageFormat} {MailExchangerRules.Port25Blocked.Remedy}");
    }

    private Task WriteReportAsync(DomainReport report) =>
        WriteObjectAsync(Quiet ? report.Verdict is Verdict.Pass or Verdict.Warning : AsJson ? ReportJson.Serialize(report) : report);
}
