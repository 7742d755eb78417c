using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Assesses all the TXT records of one name together, because it counts how many there are.</summary>
public abstract class TxtRecordTestCmdlet : MtaStsCmdlet
{
    private readonly List<string> _txtRecords = [];

    /// <summary>All the TXT records of the name, each with its strings joined, as a resolver returns them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string[] TxtRecord { get; set; } = [];

    /// <summary>Only tell whether there is a record that senders will use.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => _txtRecords.AddRange(TxtRecord);

    /// <inheritdoc/>
    protected sealed override void EndProcessing()
    {
        var isUsable = IsUsable(_txtRecords, out var findings);
        if (Quiet)
            WriteObject(isUsable);
        else
            WriteObject(findings, enumerateCollection: true);
    }

    /// <summary>Whether senders will use one of the records; the findings say what the rules have to say.</summary>
    private protected abstract bool IsUsable(IReadOnlyList<string> txtRecords, out IReadOnlyList<Finding> findings);
}
