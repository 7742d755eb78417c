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
        Assert.DoesNotContain(screen, character => (char.IsControl(character) && character != '\n') || character is '\u202e' or '\u2028');
    }
}
