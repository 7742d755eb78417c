using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <content>Facts that were saved: assessed again as they are, and no network is asked.</content>
public sealed partial class TestMtaStsDomainCommand
{
    /// <summary>Names of domains, which are tested, or saved facts in any form, which are assessed again: observations, reports, their JSON, files with it.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = LiveSet)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    /// <summary>Assess these saved observations again: observations, reports, or their JSON. Those of one domain from several places are assessed together.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SavedSet)]
    [ObservationTransformation]
    public DomainObservation[] Observation { get; set; } = [];

    /// <summary>Assess the observations and reports in these JSON files again; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Assess the observations and reports in these JSON files again, their names taken as they stand.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    // A report and a file have a name, too; what they hold comes first.
    private void Add(PSObject item)
    {
        switch (item.BaseObject)
        {
            case string text when _json.IsOpen || JsonObjects.Looks(text):
                AssessJson(_json.Add(text + "\n"), text);
                break;
            case string text:
                _run.Add(Valid([text]));
                break;
            case FileInfo file:
                AssessFile(file.FullName);
                break;
            case var _ when SavedObservation.IsIn(item):
                Assess(() => SavedObservation.Of(item), item);
                break;
            case var _ when Domain.Length > 0:
                _run.Add(ReadDomains());
                break;
            default:
                WriteError(InvalidDomain.WithoutProperty($"{item}", item));
                break;
        }
    }

    private void EndJson() => AssessJson(_json.Finish(), target: null);

    private void AssessFiles()
    {
        var literal = ParameterSetName == LiteralPathSet;
        foreach (var file in (literal ? LiteralPath : Path).SelectMany(path => FilePaths.Existing(this, path, literal)))
            AssessFile(file);
    }

    private void AssessFile(string file)
    {
        try
        {
            using var reader = File.OpenText(file);
            if (AssessJson(JsonObjects.Read(reader), file) == 0)
                WriteError(Unreadable("There is no observation in it.", file));
        }
        catch (Exception exception) when (FileError.IsAboutTheFile(exception))
        {
            WriteError(FileError.Of(exception, file));
        }
    }

    // How many there were, good or bad; what follows a fault is not looked at.
    private int AssessJson(IEnumerable<string> objects, object? target)
    {
        var count = 0;
        try
        {
            foreach (var json in objects)
            {
                count++;
                Assess(() => SavedObservation.FromJson(json), target);
            }
        }
        catch (FormatException exception)
        {
            count++;
            WriteError(Unreadable(exception.Message, target, exception));
        }

        return count;
    }

    private void Assess(Func<DomainObservation> read, object? target)
    {
        DomainObservation observation;
        try
        {
            observation = read();
        }
        catch (FormatException exception)
        {
            WriteError(Unreadable(exception.Message, target, exception));
            return;
        }

        WriteVerbose($"{observation.Domain}: assessed as it was seen {observation.ObservedAt.UtcDateTime:u}; no network is asked");
        Write(DomainAssessor.Assess(observation, Assessment));
    }

    private void AssessTogether(IEnumerable<DomainObservation> observations)
    {
        foreach (var places in observations.GroupBy(one => one.Domain, StringComparer.OrdinalIgnoreCase))
            Write(DomainAssessor.Assess([.. places], Assessment));
    }

    private void Write(DomainReport report)
    {
        try
        {
            WriteObject(Output(report));
        }
        catch (ReportFormatException exception)
        {
            WriteError(TooLarge(report, exception));
        }
    }

    private static ErrorRecord Unreadable(string reason, object? target, Exception? cause = null) => CommandError.Create(
        "InvalidObservation",
        ErrorCategory.InvalidData,
        target is string { Length: < 260 } name ? $"'{name}' cannot be read: {reason}" : $"The saved facts cannot be read: {reason}",
        target,
        "Save facts with Test-MtaStsDomain -AsJson or Export-Clixml.",
        cause);
}
