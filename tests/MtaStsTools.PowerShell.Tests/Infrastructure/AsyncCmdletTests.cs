using System.Management.Automation;
using MtaStsTools.PowerShell.Pipeline;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Infrastructure;

public sealed class AsyncCmdletTests : IDisposable
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly ModuleSession _session = new(importModule: false, state: TestCmdlets.State());

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Work_on_other_threads_reaches_every_stream_in_order()
    {
        var result = _session.Run("Test-AsyncStreams -Verbose").ThrowIfFailed();

        Assert.Equal(["begin", "first", "second", "end"], result.Values<string>());
        Assert.Equal(["step"], result.Verbose);
        Assert.Equal(["careful"], result.Warnings);
        Assert.Equal("half", Assert.Single(result.Progress).StatusDescription);
    }

    [Fact]
    public void Terminal_escapes_in_messages_are_made_visible()
    {
        var result = _session.Run("Test-AsyncHostileText -Verbose");

        string[] shown =
        [
            .. result.Verbose, .. result.Warnings, result.Progress[0].Activity, result.Progress[0].StatusDescription,
            result.Progress[0].CurrentOperation, result.Error.ToString(), result.Error.ErrorDetails.RecommendedAction,
        ];
        Assert.Equal(7, shown.Length);
        Assert.All(shown, text => Assert.Contains(@"\u001B", text, StringComparison.Ordinal));
        Assert.All(shown, text => Assert.DoesNotContain('\u001b', text));
    }

    [Theory]
    [InlineData("Test-AsyncWait")]
    [InlineData("Test-AsyncWait -Deaf")]
    [InlineData("1..3 | Test-AsyncStream -Wait")]
    public async Task Stop_returns_within_a_second(string script)
    {
        // What the machine does besides only ever adds: the least of some tries counts.
        var least = TimeSpan.MaxValue;
        for (var tries = 0; tries < 5 && least > OneSecond; tries++)
        {
            var (stopTime, result) = await _session.RunAndStopAsync(script, AsyncWaitCommand.NextStart());
            Assert.True(result.Stopped);
            Assert.Empty(result.Errors);
            least = stopTime < least ? stopTime : least;
        }

        Assert.True(least < OneSecond, $"Stop took {least}.");
    }

    [Theory]
    [InlineData("Test-AsyncCount | Select-First 2")]
    [InlineData("do { Test-AsyncCount | ForEach-Object { $_; if ($_ -eq 2) { break } } } while ($false)")]
    public void A_reader_that_has_enough_ends_the_work(string script)
    {
        var before = AsyncCountCommand.Cancelled;

        var result = _session.Run(script).ThrowIfFailed();

        Assert.Equal([1, 2], result.Values<int>());
        Assert.Equal(before + 1, AsyncCountCommand.Cancelled);
    }

    [Fact]
    public void A_reader_that_has_enough_ends_a_streaming_run()
    {
        var result = _session.Run("1..200 | Test-AsyncStream | Select-First 3").ThrowIfFailed();

        Assert.Equal([1, 2, 3], result.Values<int>());
    }

    [Fact]
    public void A_slow_reader_holds_up_the_work()
    {
        _session.Set("ahead", new List<int>());

        _session.Run("Test-AsyncCount -Last 5 | ForEach-Object { $ahead.Add([MtaStsTools.PowerShell.Tests.Infrastructure.AsyncCountCommand]::Produced - $_) }").ThrowIfFailed();

        var ahead = _session.Run("$ahead").Values<int>();
        Assert.Equal(5, ahead.Count);
        Assert.All(ahead, n => Assert.InRange(n, 0, 1));
    }

    [Fact]
    public void Error_action_stop_ends_the_work_at_the_error()
    {
        var result = _session.Run("Test-AsyncErrors -ErrorAction Stop");

        Assert.Empty(result.Output);
        Assert.Equal("HostDown,MtaStsTools.PowerShell.Tests.Infrastructure.AsyncErrorsCommand", result.Error.FullyQualifiedErrorId);
    }

    [Fact]
    public void Errors_carry_id_category_target_and_advice()
    {
        var result = _session.Run("Test-AsyncErrors");

        Assert.Equal(["after"], result.Values<string>());
        var error = Assert.Single(result.Errors);
        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        Assert.Equal("mx1.example.com", error.TargetObject);
        Assert.Equal("The host mx1.example.com did not answer.", error.ToString());
        Assert.Equal("Check the network.", error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("Record", "NoSuchZone", ErrorCategory.ObjectNotFound)]
    [InlineData("Timeout", "TimedOut", ErrorCategory.OperationTimeout)]
    [InlineData("Missing", "PathNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Bug", "UnexpectedError", ErrorCategory.NotSpecified)]
    public void An_exception_from_the_work_ends_the_command_with_its_record(string kind, string errorId, ErrorCategory category)
    {
        var result = _session.Run($"Test-AsyncFailure -Kind {kind}; 'next statement'");

        Assert.Equal(["next statement"], result.Values<string>());
        Assert.StartsWith(errorId + ",", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(category, result.Error.CategoryInfo.Category);
        Assert.NotEmpty(result.Error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("request")]
    public void The_name_of_a_parameter_of_the_library_is_not_shown(string? parameter)
    {
        Assert.Equal("The time is negative.", CommandError.Sentence(new ArgumentException("The time is negative.", parameter)));
    }

    [Fact]
    public void WhatIf_and_Confirm_are_asked_from_the_work()
    {
        Assert.Empty(_session.Run("Test-AsyncChange -WhatIf").ThrowIfFailed().Output);
        Assert.Equal("changed", _session.Run("Test-AsyncChange -Confirm:$false").Only<string>());

        using var session = new ModuleSession(importModule: false, state: TestCmdlets.State(), answers: "n\ny\n");
        Assert.Empty(session.Run("Test-AsyncChange -Confirm").Output);
        Assert.Equal("changed", session.Run("Test-AsyncChange -Confirm").Only<string>());
    }

    [Fact]
    public void Streaming_treats_all_records_as_one_run_and_gives_results_as_they_finish()
    {
        var result = _session.Run("1..200 | Test-AsyncStream").ThrowIfFailed();

        Assert.Equal(200, result.Output.Count);
        Assert.Equal(Enumerable.Range(1, 200), result.Values<int>().Order());
    }

    [Fact]
    public void Streaming_gives_results_before_the_input_has_ended()
    {
        var result = _session.Run("$seen = 0; 1..200 | ForEach-Object { \"in $_\"; $_ } | ForEach-Object { if ($_ -is [int]) { $_ } } | Test-AsyncStream | ForEach-Object { $seen++ }; $seen");

        Assert.Equal(200, result.Only<int>());
    }

    [Fact]
    public void A_failing_run_ends_the_stream_instead_of_waiting_for_room()
    {
        var result = _session.Run("1..200 | Test-AsyncStream -FailAt 3");

        Assert.StartsWith("UnexpectedError,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_culture_of_the_session_reaches_the_work()
    {
        using var session = new ModuleSession(culture: "tr-TR", importModule: false, state: TestCmdlets.State());

        Assert.Equal("tr-TR", session.Run("Test-AsyncCulture").Only<string>());
        Assert.Equal("de-DE", session.Run("[cultureinfo]::CurrentCulture = 'de-DE'; Test-AsyncCulture").Only<string>());
    }
}
