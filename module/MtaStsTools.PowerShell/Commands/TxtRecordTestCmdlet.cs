using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Judges all the TXT records of one name together, because it counts how many there are.</summary>
public abstract class TxtRecordTestCmdlet : MtaStsCmdlet
{
    private readonly List<string> _txtRecords = [];

    /// <summary>All the TXT records of the name, each with its strings joined, as a resolver returns them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[] TxtRecord { get; set; } = [];

    /// <summary>Only tell whether senders will use the record, which is whether there is no Error.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => _txtRecords.AddRange(TxtRecord);

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        var findings = Judge(_txtRecords);
        if (Quiet)
            WriteObject(!findings.HasError());
        else
            WriteObject(findings, enumerateCollection: true);
    }

    private protected abstract IReadOnlyList<Finding> Judge(IReadOnlyList<string> txtRecords);
}
