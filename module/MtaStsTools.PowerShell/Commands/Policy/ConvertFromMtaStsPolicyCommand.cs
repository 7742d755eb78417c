using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Reads the text of a policy.</summary>
[Cmdlet(VerbsData.ConvertFrom, "MtaStsPolicy")]
[OutputType(typeof(MtaStsPolicy))]
public sealed class ConvertFromMtaStsPolicyCommand : MtaStsCmdlet
{
    private readonly PolicyTextCollector _collector = new();

    /// <summary>The text, whole or line by line.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    [Alias("Text")]
    public string[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var policy in InputObject.SelectMany(_collector.Add))
            Convert(policy);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var policy in _collector.Finish())
            Convert(policy);
    }

    private void Convert(string text)
    {
        if (MtaStsPolicy.TryParse(text, out var policy, out var findings))
        {
            InvalidText.Warn(this, findings);
            WriteObject(policy);
        }
        else
        {
            WriteError(InvalidText.Error("InvalidPolicy", "The policy is not valid", findings, text));
        }
    }
}
