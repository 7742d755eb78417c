using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Tells what the rules say of the TXT records at <c>_smtp._tls.</c> and a domain.</summary>
[Cmdlet(VerbsDiagnostic.Test, "TlsRptRecord")]
[OutputType(typeof(Finding), typeof(bool))]
public sealed class TestTlsRptRecordCommand : TxtRecordTestCmdlet
{
    private protected override IReadOnlyList<Finding> Judge(IReadOnlyList<string> txtRecords)
    {
        TlsRptRecord.Select(txtRecords, out var findings);
        return findings;
    }
}
