using System.Management.Automation;
using MtaStsTools.PowerShell.Pipeline;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

public sealed partial class NewMtaStsDnsProviderCommand
{
    private const string ZoneFileSet = "ZoneFile";

    /// <summary>A zone's master file, which is edited in place.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ZoneFileSet)]
    public SwitchParameter ZoneFile { get; set; }

    /// <summary>The path of the zone's file.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ZoneFileSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The folder that the names in $INCLUDE start from. Without it, that of the file.</summary>
    [Parameter(ParameterSetName = ZoneFileSet)]
    [ValidateNotNullOrEmpty]
    public string? IncludeFolder { get; set; }

    /// <summary>How the serial number goes up.</summary>
    [Parameter(ParameterSetName = ZoneFileSet)]
    public ZoneSerialStyle SerialStyle { get; set; } = ZoneSerialStyle.Auto;

    /// <summary>Edit the file although the server keeps a journal of the zone.</summary>
    [Parameter(ParameterSetName = ZoneFileSet)]
    public SwitchParameter IgnoreJournal { get; set; }

    /// <summary>Makes the name server load the file again after a change; the zone is in $_.</summary>
    [Parameter(ParameterSetName = ZoneFileSet)]
    [ValidateNotNull]
    public ScriptBlock? Reload { get; set; }

    private ZoneFileProvider CreateZoneFile()
    {
        try
        {
            return new ZoneFileProvider(new ZoneFileOptions
            {
                Path = FilePaths.Target(this, Path),
                Zone = Zone,
                IncludeFolder = IncludeFolder is null ? null : FilePaths.Target(this, IncludeFolder),
                SerialStyle = SerialStyle,
                IgnoreJournal = IgnoreJournal,
                LockTimeout = Timeout,
                Reload = Reload is null ? null : Reloading(new PipelineScript(Reload)),
            });
        }
        catch (ArgumentException exception)
        {
            throw new CommandFailedException(CommandError.Create(
                "InvalidZoneFile", ErrorCategory.InvalidArgument, CommandError.Sentence(exception), Path, "Give the path of a file with -Path, and a domain name with -Zone.", exception));
        }
    }

    private static Func<string, CancellationToken, Task> Reloading(PipelineScript script) => (zone, cancellationToken) => script.RunAsync(zone, cancellationToken);
}
