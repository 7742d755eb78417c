using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Tells what the rules say of the TXT records at <c>_mta-sts.</c> and a domain.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MtaStsRecord")]
[OutputType(typeof(Finding), typeof(bool))]
public sealed class TestMtaStsRecordCommand : TxtRecordTestCmdlet
{
    private protected override bool IsUsable(IReadOnlyList<string> txtRecords, out IReadOnlyList<Finding> findings) =>
        MtaStsRecord.Select(txtRecords, out findings) is not null && !findings.HasError();
}
