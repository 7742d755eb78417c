using System.Management.Automation;
using System.Text;
using MtaStsTools.PowerShell.Tests.Engine;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Sdk.Tests.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>The contract of policy hosts, kept by script blocks in a real engine, and what is their own.</summary>
public sealed class ScriptBlockHostContractTests(LabFixture lab) : PolicyHostContract, IDisposable
{
    private const string Store = """
        -Read { if ($files.ContainsKey($_.HostName)) { , $files[$_.HostName] } } -Write { $files[$_.HostName] = $_.Body } -Remove { $null = $files.Remove($_.HostName) }
        """;

    private readonly ModuleSession _session = SessionProvider.Open();
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("'caf\u00E9'", "caf\u00E9")]
    [InlineData("[byte[]] (99, 97)", "ca")]
    [InlineData(", [byte[]] (99, 97)", "ca")]
    [InlineData("[byte] 99", "c")]
    [InlineData("''", "")]
    [InlineData("$null", null)]
    [InlineData("", null)]
    public async Task A_file_is_one_string_or_octets_and_nothing_is_none(string script, string? expected)
    {
        var stored = await Host($"-Read {{ {script} }}").ReadAsync("example.com", Stop);
        Assert.Equal(expected, stored.Body is { } body ? Encoding.UTF8.GetString(body.Span) : null);
    }

    [Theory]
    [InlineData("'version: STSv1', 'mode: none'", "2 strings")]
    [InlineData("42", "type Int32")]
    [InlineData("[byte] 1; 'x'", "type String")]
    [InlineData("'x' * 1048577", "more than 1048576 octets")]
    public async Task What_reads_as_no_file_is_told(string script, string reason)
    {
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => Host($"-Read {{ {script} }}").ReadAsync("example.com", Stop));
        Assert.Equal((ProviderErrorKind.MalformedAnswer, false), (error.Kind, error.MayHaveChanged));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Read { throw \"No`e[2J way\" }", ProviderErrorKind.Unavailable, false, "-Read failed: No\\u001B[2J way.")]
    [InlineData("-Write { throw [System.Management.Automation.ErrorRecord]::new([System.Exception]::new('Not yours'), 'x', 'PermissionDenied', $null) }", ProviderErrorKind.Forbidden, true, "-Write failed: Not yours.")]
    [InlineData("-Write { }", ProviderErrorKind.Conflict, true, "not what -Write was to leave behind")]
    public async Task A_failure_has_the_kind_of_its_category_and_says_whether_the_file_may_have_changed(string scripts, ProviderErrorKind kind, bool mayHaveChanged, string words)
    {
        var change = new PolicyFileChange { Expected = new StoredPolicy { Domain = "example.com", Location = "" }, Body = Encoding.UTF8.GetBytes(New) };
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => Host(scripts).ApplyAsync(change, Stop));
        Assert.Equal((kind, mayHaveChanged), (error.Kind, error.MayHaveChanged));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
    }

    [Fact]
    public async Task A_domain_that_is_none_never_reaches_a_script() =>
        await Assert.ThrowsAsync<MtaStsFormatException>(() => Host("-Read { throw 'reached' }").ReadAsync("../evil", Stop));

    [Fact]
    public void A_policy_is_planned_and_an_error_shown_by_the_built_module()
    {
        using var session = lab.Open();
        session.Set("files", _files);
        session.Run($"$to = New-MtaStsPolicyHost -ScriptBlock -Target web.example.net {Store}").ThrowIfFailed();
        const string publish = "Publish-MtaStsPolicy example.test -Policy (New-MtaStsPolicy -Mode Testing -Mx mail.example.test -MaxAge 1w) -To";

        var shown = session.Render($"{publish} $to -WhatIf");
        Assert.Contains("script blocks", shown, StringComparison.Ordinal);
        Assert.Contains("+ mode: testing", shown, StringComparison.Ordinal);
        Assert.Empty(_files);

        var failing = session.Run($"{publish} (New-MtaStsPolicyHost -ScriptBlock -Read {{ throw 'No quota.' }} -Write {{ }} -Remove {{ }})");
        var error = ErrorAssert.Is(failing, "PolicyHostUnavailable", ErrorCategory.ResourceUnavailable, "example.test");
        Assert.Equal("example.test: -Read failed: No quota.", error.ToString());
    }

    protected override bool RefusesWhatChanged(IPolicyHost host) => true;

    protected override async Task<HostUnderTest> CreateAsync(string? body)
    {
        _session.Set("files", _files);
        var test = new HostUnderTest
        {
            Host = Host(Store),
            Domain = "example.com",
            OtherDomain = "example.org",
            ReadAsync = domain => Task.FromResult(_files.GetValueOrDefault("mta-sts." + domain)),
            WriteAsync = (domain, octets) =>
            {
                if (octets is null)
                    _files.Remove("mta-sts." + domain);
                else
                    _files["mta-sts." + domain] = octets;
                return Task.CompletedTask;
            },
        };
        if (body is not null)
            await test.WriteAsync(test.Domain, Encoding.UTF8.GetBytes(body));
        return test;
    }

    private SessionHost Host(string scripts) => new(_session, _session.Run($"New-ScriptHost {scripts}").Only<IPolicyHost>());
}
