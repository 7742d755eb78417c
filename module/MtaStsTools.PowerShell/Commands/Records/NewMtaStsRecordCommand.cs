using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Makes the TXT record that announces a policy.</summary>
[Cmdlet(VerbsCommon.New, "MtaStsRecord", DefaultParameterSetName = IdSet)]
[OutputType(typeof(MtaStsRecord))]
public sealed class NewMtaStsRecordCommand : MtaStsCmdlet
{
    private const string IdSet = "Id";
    private const string PolicySet = "Policy";

    /// <summary>The id, 1 to 32 letters or digits. Without it, the time in UTC.</summary>
    [Parameter(Position = 0, ParameterSetName = IdSet)]
    public string? Id { get; set; }

    /// <summary>The policy to announce. The id is derived from it, so that it tells later whether the policy has changed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PolicySet)]
    [ValidateNotNull]
    public MtaStsPolicy? Policy { get; set; }

    /// <summary>The record that the new one replaces; the derived id differs from its id unless it announces the same policy.</summary>
    [Parameter(ValueFromPipeline = true)]
    public MtaStsRecord? Previous { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var id = Id ?? (Policy is null ? PolicyId.Derive(DateTimeOffset.UtcNow, Previous?.Id) : IdOf(Policy));
        if (PolicyId.IsValid(id))
            WriteObject(new MtaStsRecord { Id = id });
        else
            WriteError(InvalidText.Error("InvalidRecordId", "The id is not valid", [RecordRules.IdInvalid.On(subject: null, id)], id));
    }

    private string IdOf(MtaStsPolicy policy) =>
        Previous is { } previous && PolicyId.Announces(previous.Id, policy) == true ? previous.Id : PolicyId.Derive(policy, DateTimeOffset.UtcNow);
}
