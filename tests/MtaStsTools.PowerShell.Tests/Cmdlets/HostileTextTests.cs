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

        Assert.NotEmpty(screen);
        Assert.DoesNotContain(screen, character => (char.IsControl(character) && character != '\n') || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator);
    }
}
