using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Gets the MTA-STS record that a domain publishes.</summary>
[Cmdlet(VerbsCommon.Get, "MtaStsRecord")]
[OutputType(typeof(MtaStsRecord))]
public sealed class GetMtaStsRecordCommand : LiveRecordCmdlet<MtaStsRecord>
{
    private protected override string NameOf(string domain) => WellKnownNames.RecordOf(domain);

    private protected override Rule Absence => RecordRules.NoRecord;

    private protected override MtaStsRecord? Select(IReadOnlyList<string> texts, out IReadOnlyList<Finding> findings) =>
        MtaStsRecord.Select(texts, out findings);
}
