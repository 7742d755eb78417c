using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Writes a policy as the file that its policy host serves.</summary>
[Cmdlet(VerbsData.Export, "MtaStsPolicy", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportMtaStsPolicyCommand : MtaStsCmdlet
{
    /// <summary>The policy.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public MtaStsPolicy InputObject { get; set; } = null!;

    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>The file to write. An existing one is replaced.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Path")]
    public string Path { get; set; } = "";

    /// <summary>The file to write, its name taken as it stands. An existing one is replaced.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    public string LiteralPath { get; set; } = "";

    /// <summary>Leave an existing file alone; that it exists is then an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Return the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var findings = PolicyFindings.Of(InputObject, PolicyAdvice.Default);
        if (findings.HasError())
        {
            WriteError(InvalidText.Error("InvalidPolicy", "The policy is not valid", findings, InputObject));
            return;
        }

        InvalidText.Warn(this, findings);
        var file = FilePaths.Target(this, ParameterSetName == "LiteralPath" ? LiteralPath : Path);
        if (!_written.Add(file))
        {
            WriteError(CommandError.Create(
                "PathUsedTwice",
                ErrorCategory.InvalidArgument,
                $"Two policies cannot go to one file: '{file}' was given for another one before.",
                file,
                "Give each a file of its own, for instance -Path { \"$($_.Domain).txt\" }."));
            return;
        }

        if (NoClobber && File.Exists(file))
        {
            WriteError(CommandError.Create(
                "FileExists", ErrorCategory.ResourceExists, $"The file '{file}' exists already.", file, "Give another path, or leave out -NoClobber."));
            return;
        }

        if (!ShouldProcess(file, "Write the policy"))
            return;
        try
        {
            PolicyFile.Write(file, InputObject);
        }
        catch (Exception exception) when (FileError.IsAboutTheFile(exception))
        {
            WriteError(FileError.Of(exception, file));
            return;
        }

        if (PassThru)
            WriteObject(new FileInfo(file));
    }
}
