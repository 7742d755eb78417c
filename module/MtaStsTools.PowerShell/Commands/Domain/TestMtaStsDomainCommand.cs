using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Observes domains as a sender would, and tells whether their MTA-STS works.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MtaStsDomain", DefaultParameterSetName = LiveSet)]
[OutputType(typeof(DomainReport), typeof(string), typeof(bool))]
public sealed partial class TestMtaStsDomainCommand : ObservingCmdlet
{
    private const string LiveSet = "Domain";
    private const string SavedSet = "Observation";

    private readonly PipelineRun<string> _run;

    /// <summary>Makes the command.</summary>
    public TestMtaStsDomainCommand() => _run = new PipelineRun<string>(this, TestLiveAsync);

    /// <summary>Assess these saved observations again and ask no network: observations, reports, or their JSON. Those of one domain from several places are assessed together.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SavedSet)]
    [ObservationTransformation]
    public DomainObservation[] Observation { get; set; } = [];

    /// <summary>Under enforce, a max_age below this is a warning. The default is a week.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan MinimumEnforceMaxAge { get; set; } = PolicyAdvice.Default.MinimumEnforceMaxAge;

    /// <summary>With mode none, a max_age above this is a warning. The default is a day.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan MaximumNoneMaxAge { get; set; } = PolicyAdvice.Default.MaximumNoneMaxAge;

    /// <summary>A certificate that expires within this is a warning. The default is 14 days.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan CertificateExpiryWarning { get; set; } = AssessmentOptions.Default.CertificateExpiryWarning;

    /// <summary>The time to assess certificates by. Without it, the time of the observation.</summary>
    [Parameter]
    public DateTimeOffset? AsOf { get; set; }

    /// <summary>Write each report as JSON with all its facts.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <summary>Only tell of each domain whether its verdict is Pass or Warning.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private AssessmentOptions Assessment => new()
    {
        Advice = new PolicyAdvice { MinimumEnforceMaxAge = MinimumEnforceMaxAge, MaximumNoneMaxAge = MaximumNoneMaxAge },
        CertificateExpiryWarning = CertificateExpiryWarning,
        AsOf = AsOf,
    };

    /// <inheritdoc/>
    protected override void BeginProcessing() => _run.Begin();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == LiveSet)
            _run.Add(ReadDomains());
        else
            base.ProcessRecord();
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => _run.End();

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var place in Observation.GroupBy(one => one.Domain, StringComparer.OrdinalIgnoreCase))
            await WriteReportAsync(DomainAssessor.Assess([.. place], Assessment)).ConfigureAwait(false);
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
            await WriteReportAsync(DomainAssessor.Assess(observation, Assessment with { Port25IsOpen = port25.IsOpen })).ConfigureAwait(false);
        }

        progress.Complete();
        if (port25.SeemsBlocked)
            WriteWarning($"{MailExchangerRules.Port25Blocked.Id}: {MailExchangerRules.Port25Blocked.MessageFormat} {MailExchangerRules.Port25Blocked.Remedy}");
    }

    private Task WriteReportAsync(DomainReport report) =>
        WriteObjectAsync(Quiet ? report.Verdict is Verdict.Pass or Verdict.Warning : AsJson ? ReportJson.Serialize(report) : report);
}
