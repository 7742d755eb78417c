using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Gets the TLSRPT record that a domain publishes.</summary>
[Cmdlet(VerbsCommon.Get, "TlsRptRecord")]
[OutputType(typeof(TlsRptRecord))]
public sealed class GetTlsRptRecordCommand : LiveRecordCmdlet<TlsRptRecord>
{
    private protected override string NameOf(string domain) => WellKnownNames.TlsRptOf(domain);

    private protected override Rule Absence => TlsRptRules.NoRecord;

    private protected override TlsRptRecord? Select(IReadOnlyList<string> texts, out IReadOnlyList<Finding> findings) =>
        TlsRptRecord.Select(texts, out findings);
}
