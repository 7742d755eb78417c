using System.Globalization;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>Whatever a hostile domain serves, the terminal gets text and no commands.</summary>
public sealed class HostileTextTests(LabFixture lab)
{
    [Theory]
    [InlineData("Test-MtaStsDomain escape-record.test -Verbose")]
    [InlineData("Test-MtaStsDomain escape-policy.test -Verbose")]
    [InlineData("Test-MtaStsDomain mx-escape-banner.test -Verbose")]
    [InlineData("Test-MtaStsDomain escape-policy.test -AsJson")]
    [InlineData("(Test-MtaStsDomain escape-policy.test).Findings")]
    [InlineData("(Test-MtaStsDomain mx-escape-banner.test).MailExchangers")]
    [InlineData("(Test-MtaStsDomain escape-record.test).Observation.Record.Records")]
    [InlineData("\"$((Test-MtaStsDomain escape-record.test).Observation.Record.Records)\"")]
    [InlineData("(Test-MtaStsDomain escape-policy.test).Observation.PolicyHost.Fetches")]
    [InlineData("(Test-MtaStsDomain escape-policy.test).Observation")]
    [InlineData("\"$(Test-MtaStsDomain escape-policy.test)\"")]
    [InlineData("Get-MtaStsRecord escape-record.test -Verbose")]
    [InlineData("\"version: STSv1`nmode: none`nmax_age: 1`nx-note: a`u{202e}b`u{200b}c`u{2066}d\" | ConvertFrom-MtaStsPolicy")]
    [InlineData("(\"version: STSv1`nmode: none`nmax_age: 1`nx-note: a`u{202e}b\" | ConvertFrom-MtaStsPolicy).Extensions")]
    [InlineData("[MtaStsTools.TxtFact]::new([string[]]@(\"`u{202e}`e[2J\"))")]
    [InlineData("[MtaStsTools.PolicyFetch]@{ Outcome = 'Answered'; ContentType = \"`e[2J\"; RedirectTarget = \"`u{202e}\"; Body = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(\"`e[2J\")) }")]
    [InlineData("[MtaStsTools.Finding]@{ Id = 'X'; Severity = 'Error'; Message = \"`e[2J\"; Subject = \"`u{202e}\"; Remedy = \"`a\"; Reference = 'R'; HelpUri = 'https://example.com' }")]
    [InlineData("[MtaStsTools.MxReport]@{ Host = \"`e[2J`u{202e}\"; Outcome = 'Refuse'; ResultType = \"`a\"; TlsVersion = \"`e\" }")]
    [InlineData("Get-MtaStsPolicy escape-policy.test -Verbose")]
    [InlineData("Publish-MtaStsRecord escape-record.test -Id 1 -WhatIf -Verbose")]
    [InlineData("\"version: STSv1`nmode: `e[31m`nmx: `e]52;c;x`a`nmax_age: 1\" | Test-MtaStsPolicy")]
    [InlineData("\"v=STSv1; id=`e[2J;\" | Test-MtaStsRecord")]
    [InlineData("\"v=STSv1; id=`e[2J;\" | ConvertFrom-MtaStsRecord")]
    [InlineData("New-MtaStsRecord -Id \"`e[2J\"")]
    [InlineData("New-MtaStsPolicy -Mode Enforce -MX \"`e[2J.example.com\"")]
    [InlineData("Test-MtaStsDomain \"`e[2J.example.com\"")]
    [InlineData("New-TlsRptRecord -Rua \"mailto:`e[2J\"")]
    public void No_control_character_reaches_the_screen(string script)
    {
        using var session = lab.Open();

        var screen = session.Render(script);

        AssertHarmless(screen);
    }

    [Theory]
    [InlineData("$plan")]
    [InlineData("\"$plan\"")]
    [InlineData("$plan.Steps")]
    [InlineData("$plan.Findings")]
    [InlineData("$result")]
    [InlineData("\"$result\"")]
    [InlineData("$result.Servers")]
    [InlineData("\"$($result.Servers)\"")]
    [InlineData("$result.Findings")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($plan, 12))")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($result, 12))")]
    public void No_field_of_a_plan_or_its_result_reaches_the_screen_as_it_came(string script)
    {
        using var session = lab.Open();
        var step = Step();
        session.Set("plan", new ChangePlan { Steps = [step, step] }).Set("result", new PublishResult
        {
            Step = step,
            State = StepState.Changed,
            Servers = [new ServerReadBack { Server = Hostile, Address = Hostile, Agreement = ServerAgreement.NoAnswer, Records = [Hostile], Detail = Hostile }],
            Findings = [HostileFinding],
        });

        AssertHarmless(session.Render(script));
    }

    private const string Hostile = "a\u001b[2J\u009b2J\u0007\u202eb\u2066c\u200bd\ufefff\u2028g\r\u0000";

    // A TXT record holds octets: the controls, and U+202E in UTF-8.
    private static readonly TxtValue HostileTxt = TxtValue.FromText("v=STSv1; \u001b[2J\u009b2J\u0007\u0000\u00e2\u0080\u00ae");

    private static readonly Finding HostileFinding = new()
    {
        Id = Hostile,
        Severity = Severity.Warning,
        Message = Hostile,
        Subject = Hostile,
        Evidence = Hostile,
        Remedy = Hostile,
        Reference = Hostile,
        HelpUri = new Uri("https://example.com"),
    };

    private static RecordChangeStep Step() => new()
    {
        Domain = Hostile,
        Provider = Hostile,
        Reason = Hostile,
        Before = new MtaStsRecord { Id = "1", Extensions = [new Extension("a", Hostile)] },
        After = new MtaStsRecord { Id = "2", Extensions = [new Extension("a", Hostile)] },
        Findings = [HostileFinding],
        Change = new RecordChange
        {
            Zone = Hostile,
            RecordName = Hostile,
            Ttl = TimeSpan.FromHours(1),
            Expected = [HostileTxt],
            Remove = [HostileTxt],
            Add = [HostileTxt],
        },
    };

    private static void AssertHarmless(string screen)
    {
        Assert.NotEmpty(screen);
        Assert.DoesNotContain(screen, character => (char.IsControl(character) && character != '\n') || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator);
    }
}
