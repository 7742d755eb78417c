using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Tells what the rules say of the TXT records at <c>_smtp._tls.</c> and a domain.</summary>
[Cmdlet(VerbsDiagnostic.Test, "TlsRptRecord")]
[OutputType(typeof(Finding), typeof(bool))]
public sealed class TestTlsRptRecordCommand : TxtRecordTestCmdlet
{
    private protected override bool IsUsable(IReadOnlyList<string> txtRecords, out IReadOnlyList<Finding> findings) =>
        TlsRptRecord.Select(txtRecords, out findings) is not null && !findings.HasError();
}
