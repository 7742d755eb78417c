using System.Management.Automation;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>Facts that were saved and are assessed again, in every form in which they come back.</summary>
public sealed class SavedObservationTests : IDisposable
{
    private const string InShort = "ForEach-Object { \"$($_.Domain) $($_.Verdict) $($_.MailFlowsUnderEnforce)\" }";
    private static readonly string[] Expected = ["saved-facts.test Pass True", "two-records.test Fail True"];

    private readonly LabFixture _lab;
    private readonly TemporaryFolder _folder = new();
    private readonly ModuleSession _session;
    private readonly int _asked;

    public SavedObservationTests(LabFixture lab)
    {
        (_lab, _session) = (lab, lab.Open());
        // A domain that no other test asks about, since the questions are counted.
        if (!lab.Lab.Scenarios.Any(scenario => scenario.Name == "saved-facts"))
            lab.Lab.Add(Sound("saved-facts", "For tests of saved facts."));
        _session.Set("folder", _folder.File("")).Run("""
            $reports = 'saved-facts.test', 'two-records.test' | Test-MtaStsDomain -PreserveOrder
            $lines = $reports | ForEach-Object { Test-MtaStsDomain -Observation $_ -AsJson }
            [IO.File]::WriteAllLines("$folder/all.jsonl", [string[]]$lines)
            [IO.File]::WriteAllText("$folder/array.json", '[' + ($lines -join ',') + ']')
            [IO.File]::WriteAllText("$folder/one-good.json", $lines[0])
            [IO.File]::WriteAllText("$folder/one-two.json", $lines[1])
            """).ThrowIfFailed();
        _asked = lab.QuestionsAbout("saved-facts.test");
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Test-MtaStsDomain -Observation $reports")]
    [InlineData("Test-MtaStsDomain -Observation $lines")]
    [InlineData("Test-MtaStsDomain -Observation ('[' + ($lines -join ',') + ']')")]
    [InlineData("Test-MtaStsDomain -Observation ([Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($reports, 30)))")]
    [InlineData("Test-MtaStsDomain -Path \"$folder/one-*.json\"")]
    [InlineData("Test-MtaStsDomain -Path \"$folder/all.jsonl\"")]
    [InlineData("Test-MtaStsDomain -LiteralPath \"$folder/array.json\"")]
    [InlineData("[IO.FileInfo]\"$folder/one-good.json\", [IO.FileInfo]\"$folder/one-two.json\" | Test-MtaStsDomain")]
    [InlineData("$lines | Test-MtaStsDomain")]
    [InlineData("[IO.File]::ReadAllLines(\"$folder/array.json\") | Test-MtaStsDomain")]
    [InlineData("$reports | Test-MtaStsDomain")]
    [InlineData("$reports | ForEach-Object Observation | Test-MtaStsDomain")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($reports, 30)) | Test-MtaStsDomain")]
    public void Saved_facts_are_taken_in_every_form(string script)
    {
        var result = _session.Run($"{script} | {InShort}").ThrowIfFailed();

        Assert.Equal(Expected, result.Values<string>());
        Assert.Equal(_asked, _lab.QuestionsAbout("saved-facts.test"));
    }

    [Fact]
    public void The_lines_of_an_indented_document_are_one_document()
    {
        var indented = ReportJson.Serialize(_session.Run("$reports[0]").Only<DomainReport>()).ReplaceLineEndings("\n").Split('\n');

        var result = _session.Set("indented", indented).Run($"$indented | Test-MtaStsDomain | {InShort}; Test-MtaStsDomain -Observation $indented | {InShort}");

        Assert.Equal([Expected[0], Expected[0]], result.ThrowIfFailed().Values<string>());
    }

    [Fact]
    public void What_the_engine_made_of_json_is_read_as_the_json()
    {
        var result = _session.Run($$"""
            function ConvertTo-Bag($Json) {
                if ($Json -is [Text.Json.JsonElement]) {
                    switch ("$($Json.ValueKind)") {
                        'Object' { $bag = [pscustomobject]@{}; foreach ($p in $Json.EnumerateObject()) { $bag.PSObject.Properties.Add([psnoteproperty]::new($p.Name, (ConvertTo-Bag $p.Value))) }; return $bag }
                        'Array' { return , @(foreach ($e in $Json.EnumerateArray()) { ConvertTo-Bag $e }) }
                        'Number' { $n = 0L; if ($Json.TryGetInt64([ref]$n)) { return $n }; return $Json.GetDouble() }
                        'String' { $d = [datetime]::MinValue; if ($Json.TryGetDateTime([ref]$d)) { return $d }; return $Json.GetString() }
                        default { return $Json.GetBoolean() }
                    }
                }
            }
            $lines | ForEach-Object { ConvertTo-Bag ([Text.Json.JsonDocument]::Parse($_).RootElement) } | Test-MtaStsDomain | {{InShort}}
            """);

        Assert.Equal(Expected, result.ThrowIfFailed().Values<string>());
    }

    [Fact]
    public void Many_reports_as_json_are_json_lines()
    {
        Assert.All(_session.Run("$lines").Values<string>(), line => Assert.DoesNotContain('\n', line));
    }

    [Theory]
    [InlineData("'{ \"not\": \"a report\" }' | Test-MtaStsDomain")]
    [InlineData("'{ \"unfinished\":' | Test-MtaStsDomain")]
    [InlineData("'[ 1 ]' | Test-MtaStsDomain")]
    [InlineData("Test-MtaStsDomain -Path \"$folder/bad.json\"")]
    [InlineData("Test-MtaStsDomain -Path \"$folder/empty.json\"")]
    [InlineData("[pscustomobject]@{ Observation = [pscustomobject]@{ Domain = 'a.test' } } | Test-MtaStsDomain")]
    public void What_cannot_be_read_is_one_error_and_no_report(string script)
    {
        File.WriteAllText(_folder.File("bad.json"), "version: STSv1");
        File.WriteAllText(_folder.File("empty.json"), "");

        var result = _session.Run(script);

        Assert.Empty(result.Output);
        Assert.StartsWith("InvalidObservation,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidData, result.Error.CategoryInfo.Category);
    }

    [Fact]
    public void A_bad_line_does_not_keep_the_others_from_being_read()
    {
        var result = _session.Run($"$lines[0], '{{ \"schemaVersion\": 99 }}', $lines[1] | Test-MtaStsDomain | {InShort}");

        Assert.Equal(Expected, result.Values<string>());
        Assert.Single(result.Errors);
    }

    [Theory]
    [InlineData("Test-MtaStsDomain -Path \"$folder/gone.json\"", "PathNotFound")]
    [InlineData("Test-MtaStsDomain -LiteralPath $folder", "PathIsFolder")]
    public void A_file_that_cannot_be_had_is_an_error_with_its_path(string script, string errorId)
    {
        var result = _session.Run(script);

        Assert.StartsWith(errorId + ",", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    /// <summary>No observed domain has so many hosts; saved facts that somebody made up can.</summary>
    [Fact]
    public void A_report_that_is_too_long_to_be_read_back_is_one_error_and_the_next_is_written()
    {
        var label = new string('a', 60);
        var seen = _session.Run("(Test-MtaStsDomain saved-facts.test).Observation").Only<DomainObservation>();
        var host = seen.MailExchangers[0] with { Sessions = [] };
        var many = seen with { MailExchangers = [.. Enumerable.Range(0, 20_000).Select(i => host with { Host = $"mx{i}.{label}.{label}.{label}.test" })] };
        _session.Set("many", many).Set("seen", seen);

        var result = _session.Run("Test-MtaStsDomain -Observation $many -AsJson; Test-MtaStsDomain -Observation $seen -AsJson");

        Assert.Equal("ReportTooLarge,MtaStsTools.PowerShell.Commands.TestMtaStsDomainCommand", result.Error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.LimitsExceeded, result.Error.CategoryInfo.Category);
        Assert.StartsWith("The report on saved-facts.test is longer than 16 MiB even without what was seen: it has 20000 MX hosts and ", result.Error.ToString(), StringComparison.Ordinal);
        Assert.Single(result.Output);
    }
}
