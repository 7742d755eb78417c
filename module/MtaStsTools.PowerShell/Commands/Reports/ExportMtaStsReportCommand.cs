using System.Management.Automation;
using System.Text;
using MtaStsTools.Reporting;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Writes reports on domains, or findings, for people and for other programs.</summary>
[Cmdlet(VerbsData.Export, "MtaStsReport", DefaultParameterSetName = TextSet, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ExportMtaStsReportCommand : MtaStsCmdlet
{
    private const string TextSet = "Text";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly List<DomainReport> _reports = [];
    private readonly List<Finding> _findings = [];

    /// <summary>Reports of Test-MtaStsDomain, as objects or as the JSON of -AsJson, or findings of the commands that test texts and files.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject?[] InputObject { get; set; } = [];

    /// <summary>The form to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public ReportFormat Format { get; set; }

    /// <summary>The file to write, in place of the pipeline. An existing one is replaced, and a reader never sees half of it.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The file to write, its name taken as it stands.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = "";

    /// <summary>The heading, for forms that have one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = ReportExportOptions.Default.Title;

    /// <summary>A row a finding and not a row a domain; for Csv.</summary>
    [Parameter]
    public SwitchParameter PerFinding { get; set; }

    /// <summary>Leave an existing file alone; that it exists is then an error.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Return the file.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var input in InputObject)
            Add(input?.BaseObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_reports.Count > 0 && _findings.Count > 0)
            ThrowTerminatingError(NotExported("Reports on domains and single findings do not go into one document: the reports have findings of their own.", cause: null));
        if (_findings.Count > 0 && !ReportExport.HasFindings(Format))
            ThrowTerminatingError(NotExported($"{Format} is made of reports on domains, and not of single findings.", cause: null));
        try
        {
            Write();
        }
        catch (ReportFormatException exception)
        {
            ThrowTerminatingError(NotExported(exception.Message, exception));
        }
    }

    private ErrorRecord NotExported(string message, Exception? cause) =>
        CommandError.Create("ReportNotExported", ErrorCategory.InvalidArgument, message, Format, "Choose another form, or export fewer reports.", cause);

    private void Add(object? input)
    {
        switch (input)
        {
            case DomainReport report:
                _reports.Add(report);
                break;
            case Finding finding:
                _findings.Add(finding);
                break;
            case string json:
                AddJson(json);
                break;
            default:
                WriteError(CommandError.Create(
                    "NotAReport",
                    ErrorCategory.InvalidType,
                    "The input is no report of Test-MtaStsDomain and no finding.",
                    input,
                    "Pipe what Test-MtaStsDomain writes; what was saved is assessed again with Test-MtaStsDomain -Path or -Observation first."));
                break;
        }
    }

    private void AddJson(string json)
    {
        try
        {
            _reports.Add(ReportJson.DeserializeReport(json));
        }
        catch (ReportFormatException exception)
        {
            WriteError(CommandError.Create(
                "InvalidReport", ErrorCategory.InvalidData, exception.Message, DisplayText.Sanitize(json), "Give each report on one line, as Test-MtaStsDomain -AsJson writes it.", exception));
        }
    }

    private void Write()
    {
        if (ParameterSetName == TextSet)
        {
            using var text = new StringWriter { NewLine = "\n" };
            WriteTo(text);
            if (text.ToString().TrimEnd('\n') is { Length: > 0 } document)
                WriteObject(document);
            return;
        }

        var file = FilePaths.Target(this, ParameterSetName == LiteralPathSet ? LiteralPath : Path);
        if (NoClobber && File.Exists(file))
        {
            WriteError(CommandError.Create(
                "FileExists", ErrorCategory.ResourceExists, $"The file '{file}' exists already.", file, "Give another path, or leave out -NoClobber."));
            return;
        }

        if (!ShouldProcess(file, $"Write {Format}"))
            return;
        try
        {
            WholeFile.Write(file, WriteTo, EncodingOf(Format));
        }
        catch (Exception exception) when (FileError.IsAboutTheFile(exception))
        {
            WriteError(FileError.Of(exception, file));
            return;
        }

        if (PassThru)
            WriteObject(new FileInfo(file));
    }

    private void WriteTo(TextWriter output)
    {
        var options = ReportExportOptions.Default with { Title = Title, PerFinding = PerFinding };
        if (_findings.Count > 0)
            ReportExport.Write(_findings, Format, output, options);
        else
            ReportExport.Write(_reports, Format, output, options);
    }

    // A spreadsheet takes a file without the mark for one of its own code page.
    private static UTF8Encoding EncodingOf(ReportFormat format) => new(encoderShouldEmitUTF8Identifier: format == ReportFormat.Csv);
}
