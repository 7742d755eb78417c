using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Reads policies from files.</summary>
[Cmdlet(VerbsData.Import, "MtaStsPolicy", DefaultParameterSetName = "Path")]
[OutputType(typeof(MtaStsPolicy))]
public sealed class ImportMtaStsPolicyCommand : MtaStsCmdlet
{
    /// <summary>Files with a policy; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files with a policy, their names taken as they stand.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var literal = ParameterSetName == "LiteralPath";
        foreach (var (file, body) in (literal ? LiteralPath : Path).SelectMany(path => PolicyFile.ReadAll(this, path, literal)))
        {
            if (MtaStsPolicy.TryParse(body.AsSpan(), out var policy, out var findings))
            {
                InvalidText.Warn(this, findings);
                WriteObject(policy);
            }
            else
            {
                WriteError(InvalidText.Error("InvalidPolicy", $"The policy in '{file}' is not valid", findings, file));
            }
        }
    }
}
