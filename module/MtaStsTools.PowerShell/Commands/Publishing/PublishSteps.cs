using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Shows the stages of a change, and while it is read back how many servers have it; takes them away however the change ends.</summary>
internal sealed class PublishSteps(MtaStsCmdlet cmdlet, string domain) : IProgress<PublishProgress>, IDisposable
{
    private const int ActivityId = 2136;

    private string Activity => $"Changing {domain}";

    public void Report(PublishProgress value)
    {
        cmdlet.WriteVerbose($"{domain}: {value.Message}");
        var readingBack = value.Stage is PublishStage.ReadingBack or PublishStage.Fetching && value.ServersAsked > 0;
        cmdlet.WriteProgress(new ProgressRecord(ActivityId, Activity, value.Message)
        {
            PercentComplete = readingBack ? 100 * value.ServersAgreeing / value.ServersAsked : -1,
            SecondsRemaining = readingBack ? (int)Math.Max(0, (value.TimeLimit - value.Elapsed).TotalSeconds) : -1,
        });
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose() => cmdlet.WriteProgress(new ProgressRecord(ActivityId, Activity, "Done") { RecordType = ProgressRecordType.Completed });
}
