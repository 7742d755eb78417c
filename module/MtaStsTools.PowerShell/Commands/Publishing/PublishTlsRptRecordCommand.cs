using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Publishes the record that says where senders report failures of TLS to.</summary>
[Cmdlet(VerbsData.Publish, "TlsRptRecord", DefaultParameterSetName = ServerSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PublishResult))]
public sealed class PublishTlsRptRecordCommand : TlsRptChangeCmdlet
{
    /// <summary>Where reports go: mailto: and https: URIs, or mail addresses.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Rua { get; set; }

    /// <summary>The record as a whole, in place of -Rua.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public TlsRptRecord? Record { get; set; }

    /// <summary>The time to live of the record: a TimeSpan, seconds, or a number with a unit. Without it, that of the record before, else an hour.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Ttl { get; set; }

    private protected override ErrorRecord? Incomplete() => (Rua is null) == (Record is null)
        ? CommandError.Create(
            "RuaOrRecordMissing", ErrorCategory.InvalidArgument, Rua is null ? "It is not said where reports go." : "It is said twice where reports go.", string.Join(", ", Domain), "Give either -Rua or -Record.")
        : null;

    private protected override async Task<ChangePlan> PlanAsync(string domain, MtaStsRecordPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken)
    {
        var record = Record ?? new TlsRptRecord { Rua = [.. Rua!.Select(ToUri)] };
        try
        {
            return await publisher.PlanTlsRptAsync(new TlsRptPublishRequest { Domain = domain, Record = record, Ttl = Ttl }, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (MtaStsFormatException exception)
        {
            throw new CommandFailedException(InvalidText.Error("InvalidRecord", "The record is not valid", exception.Findings, record));
        }
    }

    private static string ToUri(string rua) => rua.IndexOf(':') < 0 && rua.IndexOf('@') > 0 ? "mailto:" + rua : rua;
}
