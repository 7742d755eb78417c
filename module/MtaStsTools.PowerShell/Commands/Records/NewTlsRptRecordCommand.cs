using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Makes the TXT record that asks senders for TLS reports.</summary>
[Cmdlet(VerbsCommon.New, "TlsRptRecord")]
[OutputType(typeof(TlsRptRecord))]
public sealed class NewTlsRptRecordCommand : MtaStsCmdlet
{
    /// <summary>Where reports go: mail addresses, or mailto and https URIs.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string[] Rua { get; set; } = [];

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (TlsRptRecord.TryParse(ReportAddress.RecordText(Rua), out var record, out var findings))
            WriteObject(record);
        else
            WriteError(InvalidText.Error("InvalidRecord", "The record is not valid", findings, Rua));
    }
}
