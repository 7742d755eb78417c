using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Reads the text of a TLSRPT record.</summary>
[Cmdlet(VerbsData.ConvertFrom, "TlsRptRecord")]
[OutputType(typeof(TlsRptRecord))]
public sealed class ConvertFromTlsRptRecordCommand : MtaStsCmdlet
{
    /// <summary>The text of the record, its strings joined.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    [Alias("Text")]
    public string[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var text in InputObject)
        {
            if (TlsRptRecord.TryParse(text, out var record, out var findings))
            {
                InvalidText.Warn(this, findings);
                WriteObject(record);
            }
            else
            {
                WriteError(InvalidText.Error("InvalidRecord", "The record is not valid", findings, text));
            }
        }
    }
}
