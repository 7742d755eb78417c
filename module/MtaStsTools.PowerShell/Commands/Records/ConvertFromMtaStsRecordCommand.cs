using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Reads the text of an MTA-STS record.</summary>
[Cmdlet(VerbsData.ConvertFrom, "MtaStsRecord")]
[OutputType(typeof(MtaStsRecord))]
public sealed class ConvertFromMtaStsRecordCommand : TxtRecordReadingCmdlet<MtaStsRecord>
{
    private protected override bool TryParse(string text, [NotNullWhen(true)] out MtaStsRecord? record, out IReadOnlyList<Finding> findings) =>
        MtaStsRecord.TryParse(text, out record, out findings);
}
