using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Reads the text of a TLSRPT record.</summary>
[Cmdlet(VerbsData.ConvertFrom, "TlsRptRecord")]
[OutputType(typeof(TlsRptRecord))]
public sealed class ConvertFromTlsRptRecordCommand : TxtRecordReadingCmdlet<TlsRptRecord>
{
    private protected override bool TryParse(string text, [NotNullWhen(true)] out TlsRptRecord? record, out IReadOnlyList<Finding> findings) =>
        TlsRptRecord.TryParse(text, out record, out findings);
}
