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
        var id = Id ?? PolicyId.Derive(DateTimeOffset.UtcNow, Previous?.Id);
        if (PolicyId.IsValid(id))
            WriteObject(new MtaStsRecord { Id = id });
        else
            WriteError(InvalidText.Error("InvalidRecordId", "The id is not valid", [RecordRules.IdInvalid.On(subject: null, id)], id));
    }
}
