using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Tells what the rules say of a policy.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MtaStsPolicy", DefaultParameterSetName = PathSet)]
[OutputType(typeof(Finding), typeof(bool))]
public sealed class TestMtaStsPolicyCommand : MtaStsCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string TextSet = "Text";
    private const string ObjectSet = "InputObject";

    private readonly PolicyTextCollector _collector = new();
    private PolicyAdvice _advice = PolicyAdvice.Default;

    /// <summary>Files with a policy; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files with a policy, their names taken as they stand.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The text of a policy, whole or line by line.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = TextSet)]
    [AllowEmptyString]
    public string[] Text { get; set; } = [];

    /// <summary>Policies.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    public MtaStsPolicy[] InputObject { get; set; } = [];

    /// <summary>Under enforce, a max_age below this is a warning. The default is a week.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan MinimumEnforceMaxAge { get; set; } = PolicyAdvice.Default.MinimumEnforceMaxAge;

    /// <summary>With mode none, a max_age above this is a warning. The default is a day.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan MaximumNoneMaxAge { get; set; } = PolicyAdvice.Default.MaximumNoneMaxAge;

    /// <summary>Only tell whether the policy is valid, which is whether it has no Error.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        _advice = PolicyAdvice.Default with { MinimumEnforceMaxAge = MinimumEnforceMaxAge, MaximumNoneMaxAge = MaximumNoneMaxAge };

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        switch (ParameterSetName)
        {
            case TextSet:
                foreach (var text in Text.SelectMany(_collector.Add))
                    Report(MtaStsPolicy.Validate(text.AsSpan(), _advice), subject: null);
                break;
            case ObjectSet:
                foreach (var policy in InputObject)
                    Report(PolicyFindings.Of(policy, _advice), subject: null);
                break;
            default:
                var literal = ParameterSetName == LiteralPathSet;
                foreach (var path in literal ? LiteralPath : Path)
                    TestFiles(path, literal);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var text in _collector.Finish())
            Report(MtaStsPolicy.Validate(text.AsSpan(), _advice), subject: null);
    }

    private void TestFiles(string path, bool literal)
    {
        foreach (var (file, body) in PolicyFile.ReadAll(this, path, literal))
        {
            _ = MtaStsPolicy.TryParse(body.AsSpan(), _advice, out _, out var findings);
            Report(findings, file);
        }
    }

    private void Report(IReadOnlyList<Finding> findings, string? subject)
    {
        if (Quiet)
        {
            WriteObject(!findings.HasError());
            return;
        }

        foreach (var finding in findings)
            WriteObject(subject is null ? finding : finding with { Subject = DisplayText.Sanitize(subject) });
    }
}
