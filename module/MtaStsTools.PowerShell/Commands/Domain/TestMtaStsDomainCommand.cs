using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Observes domains as a sender would, or takes what was observed before, and tells whether their MTA-STS works.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MtaStsDomain", DefaultParameterSetName = LiveSet)]
[OutputType(typeof(DomainReport), typeof(string), typeof(bool))]
public sealed partial class TestMtaStsDomainCommand : ObservingCmdlet
{
    private const string LiveSet = "Domain";
    private const string SavedSet = "Observation";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly PipelineRun<string> _run;
    private readonly JsonObjects _json = new();

    /// <summary>Makes the command.</summary>
    public TestMtaStsDomainCommand() => _run = new PipelineRun<string>(this, TestLiveAsync);

    /// <summary>Write each report as one line of JSON with all its facts.</summary>
    [Parameter]
    public SwitchParameter AsJson { get; set; }

    /// <summary>Only tell of each domain whether a runbook may go on: true where its mail is protected, or rightly unprotected.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>The weakest mode with which a domain passes; the answer is then true or false, as with -Quiet.</summary>
    [Parameter]
    [ValidateSet(nameof(MtaStsMode.Enforce), nameof(MtaStsMode.Testing))]
    public MtaStsMode RequireMode { get; set; } = MtaStsMode.None;

    private bool IsGate => Quiet || RequireMode != MtaStsMode.None;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (AsJson && IsGate)
        {
            ThrowTerminatingError(CommandError.Create(
                "ConflictingParameters", ErrorCategory.InvalidArgument, "-AsJson writes reports, and -Quiet or -RequireMode only true or false.", targetObject: null, "Leave out one of them."));
        }

        _run.Begin();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case LiveSet when InputObject is null:
                _run.Add(ReadDomains());
                break;
            case LiveSet:
                Add(InputObject);
                break;
            case SavedSet:
                AssessTogether(Observation);
                break;
            default:
                AssessFiles();
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        EndJson();
        _run.End();
    }

    /// <exception cref="ReportFormatException">The report is too long to be read back, were it written as JSON.</exception>
    private object Output(DomainReport report) =>
        IsGate ? DomainGate.Passes(report, RequireMode) : AsJson ? ReportJson.SerializeLine(report) : report;

    private static ErrorRecord TooLarge(DomainReport report, ReportFormatException cause) => CommandError.Create(
        "ReportTooLarge", ErrorCategory.LimitsExceeded, cause.Message, report.Domain, "Leave out -AsJson, and save what you need of the report as an object.", cause);
}
