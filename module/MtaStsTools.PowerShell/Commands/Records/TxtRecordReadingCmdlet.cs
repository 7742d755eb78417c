using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Reads the text of a record of one kind.</summary>
/// <typeparam name="TRecord">The kind of record.</typeparam>
public abstract class TxtRecordReadingCmdlet<TRecord> : MtaStsCmdlet
    where TRecord : class
{
    /// <summary>The text of the record, its strings joined.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    [Alias("Text")]
    public string[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        foreach (var text in InputObject)
        {
            if (TryParse(text, out var record, out var findings))
            {
                InvalidText.Warn(this, findings);
                WriteObject(record);
            }
            else
            {
                WriteError(InvalidText.Error("InvalidRecord", "The record is not valid", findings, text));
            }
        }
    }

    private protected abstract bool TryParse(string text, [NotNullWhen(true)] out TRecord? record, out IReadOnlyList<Finding> findings);
}
