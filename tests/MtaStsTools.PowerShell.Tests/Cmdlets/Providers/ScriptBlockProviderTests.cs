using System.Management.Automation;
using MtaStsTools.PowerShell.Tests.Engine;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Where script blocks run, what they may write, and what becomes of their failures.</summary>
public sealed class ScriptBlockProviderTests(LabFixture lab) : IDisposable
{
    private const string Name = "_mta-sts.example.test";

    private readonly ModuleSession _session = SessionProvider.Open();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("'one'; 'two'", "\"one\"|\"two\"", null)]
    [InlineData("", "", null)]
    [InlineData("$null", "", null)]
    [InlineData("@{ strings = 'a', 'b'; TTL = 60 }, @{ Text = 'c'; Ttl = [timespan]'00:00:30' }", "\"ab\"|\"c\"", 30)]
    [InlineData("[pscustomobject]@{ Text = 'v=STSv1; id=1;'; Ttl = '60' }", "\"v=STSv1; id=1;\"", 60)]
    [InlineData("'same', 'same'", "\"same\"", null)]
    public async Task What_reads_as_records(string script, string values, int? ttl)
    {
        var set = await Provider(read: script).ReadTxtAsync("example.test", Name, Stop);
        Assert.Equal(values, string.Join('|', set.Values));
        Assert.Equal(ttl, set.Ttl?.TotalSeconds);
    }

    [Theory]
    [InlineData("42", "type Int32 without Text, Strings or Alias")]
    [InlineData("@{ Text = 'a'; Ttl = 'soon' }", "neither a TimeSpan nor a number of seconds: 'soon'")]
    [InlineData("@{ Text = 'a'; Ttl = -5 }", "neither a TimeSpan")]
    [InlineData("@{ Strings = @() }", "without a string")]
    [InlineData("@{ Strings = ('x' * 256), 'y' }", "more than 255 octets")]
    [InlineData("[char] 0x20AC + ''", "has a character that is none")]
    [InlineData("1..1001 | ForEach-Object { \"$_\" }", "1001 objects")]
    public async Task What_reads_as_none_is_told(string script, string reason)
    {
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => Provider(read: script).ReadTxtAsync("example.test", Name, Stop));
        Assert.Equal(ProviderErrorKind.MalformedAnswer, error.Kind);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw 'The token has expired.'", ProviderErrorKind.Unavailable, "-Add failed: The token has expired.")]
    [InlineData("Get-Command No-Such; throw 'not reached'", ProviderErrorKind.NotFound, "The term 'No-Such'")]
    [InlineData("Get-Command No-Such -ErrorAction Continue", ProviderErrorKind.NotFound, "The term 'No-Such'")]
    [InlineData("$e = [System.Management.Automation.ErrorRecord]::new([System.Exception]::new('slow'), 'x', 'OperationTimeout', $null); throw $e", ProviderErrorKind.Timeout, "slow.")]
    [InlineData("$e = [System.Management.Automation.ErrorRecord]::new([System.Exception]::new(\"a`e[2J\"), 'x', 'PermissionDenied', $null); throw $e", ProviderErrorKind.Forbidden, "a\\u001B[2J.")]
    [InlineData("1 / 0", ProviderErrorKind.Unavailable, "divide by zero")]
    [InlineData("No-SuchCommand", ProviderErrorKind.NotFound, "No-SuchCommand")]
    public async Task A_failure_of_a_change_says_that_it_may_have_been_made(string script, ProviderErrorKind kind, string message)
    {
        var change = new RecordChange { Zone = "example.test", RecordName = Name, Add = [TxtValue.FromText("v=STSv1; id=1;")], Ttl = TimeSpan.FromHours(1) };
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => Provider(add: script).ApplyAsync(change, Stop));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((kind, true), (error.Kind, error.MayHaveChanged));
    }

    [Fact]
    public async Task A_script_gets_the_record_and_what_belongs_to_it()
    {
        var text = new string('x', 300);
        var change = new RecordChange { Zone = "example.test", RecordName = "_mta-sts.sub.example.test", Add = [TxtValue.FromText(text)], Ttl = TimeSpan.FromHours(1) };
        _session.Set("seen", new List<string>());

        await Provider(add: "$seen.Add(\"$($_.Zone) $($_.Name) $($_.HostName) $($_.Text.Length) $($_.Strings.Count) $($_.Ttl)\")").ApplyAsync(change, Stop);

        Assert.Equal("example.test _mta-sts.sub.example.test _mta-sts.sub 300 2 01:00:00", _session.Run("$seen").Only<string>());
    }

    [Fact]
    public void A_script_runs_on_the_thread_of_the_pipeline_with_the_session_around_it()
    {
        _session.Set("threads", new List<int>());
        _session.Run("function Get-Record { $threads.Add([Environment]::CurrentManagedThreadId); 'from a function' }").ThrowIfFailed();
        var provider = Real(read: "Get-Record");
        IReadOnlyList<TxtValue> values = [];

        _session.Run("param($Work) $threads.Add([Environment]::CurrentManagedThreadId); Use-Provider $Work", (Func<CancellationToken, Task>)(async stop =>
        {
            await Task.Delay(1, stop);
            values = (await provider.ReadTxtAsync("example.test", Name, stop).ConfigureAwait(false)).Values;
        })).ThrowIfFailed();

        Assert.Equal(["\"from a function\""], values.Select(value => $"{value}"));
        Assert.Single(_session.Run("$threads | ForEach-Object { $_ }").Values<int>().Distinct());
        Assert.Equal("Continue", _session.Run("\"$ErrorActionPreference\"").Only<string>());
    }

    [Fact]
    public void Warnings_and_steps_of_a_script_go_to_the_command()
    {
        _session.Run("function Get-Old { [CmdletBinding()] param() $PSCmdlet.WriteWarning(\"old`e API\"); $PSCmdlet.WriteVerbose('asking'); 'text' }").ThrowIfFailed();
        var provider = Real(read: "Get-Old -Verbose");

        var result = _session.Run("param($Work) Use-Provider $Work -Verbose", (Func<CancellationToken, Task>)(stop => provider.ReadTxtAsync("example.test", Name, stop)));

        Assert.Equal("old\u001B API", string.Join('|', result.Warnings));
        Assert.Equal(["asking"], result.Verbose);
        Assert.Empty(result.ThrowIfFailed().Output);
    }

    [Fact]
    public async Task A_script_of_another_session_is_refused_and_so_is_one_without_a_session()
    {
        var provider = Real(read: "'text'");
        using var other = SessionProvider.Open();

        var elsewhere = await Assert.ThrowsAsync<DnsProviderException>(() => new SessionProvider(other, provider).ReadTxtAsync("example.test", Name, Stop));
        var nowhere = await Assert.ThrowsAsync<DnsProviderException>(() => Task.Run(() => provider.ReadTxtAsync("example.test", Name, Stop), Stop));

        Assert.Contains("another session", elsewhere.Message, StringComparison.Ordinal);
        Assert.Contains("ForEach-Object -Parallel", elsewhere.Remedy, StringComparison.Ordinal);
        Assert.Contains("by commands of PowerShell only", nowhere.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_may_call_the_provider_at_the_prompt()
    {
        _session.Set("store", new ScriptStore { Texts = { "text" } }).Run($"$provider = New-ScriptProvider {ScriptStore.Parameters}").ThrowIfFailed();
        var text = _session.Run("$provider.ReadTxtAsync('example.test', '_mta-sts.example.test', [System.Threading.CancellationToken]::None).GetAwaiter().GetResult().Values[0].Text");
        Assert.Equal("text", text.Only<string>());
    }

    [Fact]
    public async Task Ctrl_C_stops_a_script_that_does_not_end()
    {
        var provider = Real(read: "$started.Set(); while ($true) { }");
        using var started = new ManualResetEventSlim();
        _session.Set("started", started).Set("work", (Func<CancellationToken, Task>)(stop => provider.ReadTxtAsync("example.test", Name, stop)));

        var (time, result) = await _session.RunAndStopAsync("Use-Provider $work", Task.Run(() => started.Wait(Stop), Stop));

        Assert.True(result.Stopped);
        Assert.True(time < TimeSpan.FromSeconds(5), $"Stopping took {time}.");
    }

    [Fact]
    public void A_record_is_published_and_removed_through_script_blocks_of_the_built_module()
    {
        lab.Lab.Add(Sound("through-scripts", "For a test of script blocks.").WithMtaSts());
        using var session = lab.Open();
        var store = new ScriptStore { Texts = { "v=spf1 -all" } };
        session.Set("store", store).Run($"$provider = New-MtaStsDnsProvider -ScriptBlock -DnsServer 127.0.0.1:9 -TimeoutSec 1 {ScriptStore.Parameters.Replace("example.test", "through-scripts.test", StringComparison.Ordinal)}").ThrowIfFailed();
        session.Run("'Server', 'Port', 'KeyName', 'KeySecret' | ForEach-Object { $PSDefaultParameterValues.Remove(\"*publish-MtaStsRecord:$_\") }").ThrowIfFailed();

        var shown = session.Render("Publish-MtaStsRecord through-scripts.test -Id 1 -Provider $provider -WhatIf");
        Assert.Contains("script blocks for through-scripts.test", shown, StringComparison.Ordinal);
        Assert.Single(store.Texts);
        var result = session.Run("Publish-MtaStsRecord through-scripts.test -Id 1 -Provider $provider -PassThru -ReadBackTimeoutSec 0 | ForEach-Object { \"$($_.State)\" }");

        Assert.Equal("Changed", result.Only<string>());
        Assert.Equal(["v=spf1 -all", "v=STSv1; id=1;"], store.Texts);
        session.Run("Unpublish-MtaStsRecord through-scripts.test -Provider $provider -Confirm:$false -ReadBackTimeoutSec 0 -WarningAction SilentlyContinue").ThrowIfFailed();
        Assert.Equal(["v=spf1 -all"], store.Texts);
    }

    [Fact]
    public void A_script_that_fails_is_an_error_with_its_kind()
    {
        lab.Lab.Add(Sound("failing-script", "For a test of script blocks.").WithMtaSts());
        using var session = lab.Open();
        session.Run("$provider = New-MtaStsDnsProvider -ScriptBlock -Zone failing-script.test -Read { } -Add { throw 'No quota.' } -Remove { }").ThrowIfFailed();
        session.Run("'Server', 'Port', 'KeyName', 'KeySecret' | ForEach-Object { $PSDefaultParameterValues.Remove(\"*publish-MtaStsRecord:$_\") }").ThrowIfFailed();

        var error = ErrorAssert.Is(session.Run("Publish-MtaStsRecord failing-script.test -Id 1 -Provider $provider"), "DnsProviderUnavailable", ErrorCategory.ResourceUnavailable, "failing-script.test");

        Assert.Equal("_mta-sts.failing-script.test: -Add failed: No quota. Whether the change was made is not known.", error.ToString());
    }

    [Fact]
    public void A_zone_that_is_no_domain_is_refused()
    {
        using var session = lab.Open();
        Assert.StartsWith("InvalidDomain,", session.Run("New-MtaStsDnsProvider -ScriptBlock -Zone 'a..b' -Read { } -Add { } -Remove { }").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private SessionProvider Provider(string read = "", string add = "") => new(_session, Real(read, add));

    private IDnsRecordProvider Real(string read = "", string add = "") =>
        _session.Run($"New-ScriptProvider -Read {{ {read} }} -Add {{ {add} }}").Only<IDnsRecordProvider>();
}
