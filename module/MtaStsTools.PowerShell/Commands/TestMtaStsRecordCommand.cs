using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Tells what the rules say of the TXT records at <c>_mta-sts.</c> and a domain.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MtaStsRecord")]
[OutputType(typeof(Finding), typeof(bool))]
public sealed class TestMtaStsRecordCommand : TxtRecordTestCmdlet
{
    private protected override IReadOnlyList<Finding> Judge(IReadOnlyList<string> txtRecords)
    {
        MtaStsRecord.Select(txtRecords, out var findings);
        return findings;
    }
}
