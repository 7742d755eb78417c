using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Reads the text of an MTA-STS record.</summary>
[Cmdlet(VerbsData.ConvertFrom, "MtaStsRecord")]
[OutputType(typeof(MtaStsRecord))]
public sealed class ConvertFromMtaStsRecordCommand : MtaStsCmdlet
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
            if (MtaStsRecord.TryParse(text, out var record, out var findings))
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
