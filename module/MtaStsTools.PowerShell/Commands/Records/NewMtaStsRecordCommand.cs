using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Makes the TXT record that announces a policy.</summary>
[Cmdlet(VerbsCommon.New, "MtaStsRecord")]
[OutputType(typeof(MtaStsRecord))]
public sealed class NewMtaStsRecordCommand : MtaStsCmdlet
{
    /// <summary>The id, 1 to 32 letters or digits. Without it, the time in UTC.</summary>
    [Parameter(Position = 0)]
    public string? Id { get; set; }

    /// <summary>The record that the new one replaces; the derived id differs from its id.</summary>
    [Parameter(ValueFromPipeline = true)]
    public MtaStsRecord? Previous { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var id = Id ?? MtaStsRecord.NewId(DateTimeOffset.UtcNow, Previous?.Id);
        if (MtaStsRecord.TryParse($"v=STSv1; id={id};", out var record, out var findings) && record.Id == id)
            WriteObject(record);
        else
            WriteError(InvalidText.Error("InvalidRecordId", "The id is not valid", findings.HasError() ? findings : [RecordRules.IdInvalid.On(null, id)], id));
    }
}
