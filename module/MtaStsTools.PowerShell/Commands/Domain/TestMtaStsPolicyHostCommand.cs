using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Fetches the policy of domains as senders would, from every address, and tells what is wrong before any record announces it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MtaStsPolicyHost")]
[OutputType(typeof(PolicyHostReport), typeof(bool))]
public sealed class TestMtaStsPolicyHostCommand : ObservingCmdlet
{
    private readonly PipelineRun<string> _run;

    /// <summary>Makes the command.</summary>
    public TestMtaStsPolicyHostCommand() => _run = new PipelineRun<string>(this, TestAsync);

    /// <summary>Only tell of each domain whether a record may be published now: true where senders get its policy.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>A certificate that expires within this is a warning. The default is 14 days.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan CertificateExpiryWarning { get; set; } = AssessmentOptions.Default.CertificateExpiryWarning;

    /// <summary>The most domains that are under way at a time.</summary>
    [Parameter]
    [ValidateRange(1, 512)]
    public int ThrottleLimit { get; set; } = 32;

    private protected override ObservationOptions Options => base.Options with { AllAddresses = true, SkipSmtp = true, ThrottleLimit = ThrottleLimit };

    /// <inheritdoc/>
    protected override void BeginProcessing() => _run.Begin();

    /// <inheritdoc/>
    protected override void ProcessRecord() => _run.Add(ReadDomains());

    /// <inheritdoc/>
    protected override void EndProcessing() => _run.End();

    private async Task TestAsync(IAsyncEnumerable<string> domains, CancellationToken cancellationToken)
    {
        var options = Options;
        var progress = new RunProgress(this, "Testing policy hosts", options.Progress);
        using var observer = new DomainObserver(options with { Progress = progress });
        await foreach (var observation in new DomainScanner(observer).ScanAsync(progress.Count(domains), cancellationToken).ConfigureAwait(false))
        {
            progress.Done(observation.Domain);
            var report = PolicyHostAssessor.Assess(observation, new AssessmentOptions { CertificateExpiryWarning = CertificateExpiryWarning });
            await WriteObjectAsync(Quiet ? report.IsReady : report).ConfigureAwait(false);
        }

        progress.Complete();
    }
}
