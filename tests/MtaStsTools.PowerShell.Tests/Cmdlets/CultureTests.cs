namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>Cmdlets give the same in Istanbul and Berlin, where İ, commas and dots bite.</summary>
public sealed class CultureTests(LabFixture lab)
{
    [Theory]
    [InlineData("\"$(New-MtaStsPolicy -Mode Testing -MX MAIL.EXAMPLE.COM, *.INI.example -MaxAge 1.5d -Extension @{ I = 'x' })\"")]
    [InlineData("'VERSION: STSv1', 'mode: TESTING', 'mx: IIS.example', 'max_age: 1.5' | Test-MtaStsPolicy | ForEach-Object { \"$_\" }")]
    [InlineData("'v=STSv1; ID=1;' | Test-MtaStsRecord | ForEach-Object { \"$_\" }")]
    [InlineData("(Test-MtaStsPolicy -Text 'version: STSv1' -Quiet).ToString()")]
    [InlineData("\"$((Test-MtaStsDomain MX-EXPIRED.TEST).Findings)\"")]
    [InlineData("Test-MtaStsDomain IDENTITY.INVALID -SkipSmtp | ForEach-Object { \"$($_.Domain) $($_.Verdict)\" }")]
    [InlineData("(New-MtaStsPolicy -FromDomain GOOD.test -Mode testing -MaxAge 2w).Mx -join ' '")]
    [InlineData("(Get-MtaStsRecord GOOD.TEST).Domain")]
    [InlineData("\"$(New-TlsRptRecord INFO@example.com)\"")]
    [InlineData("(Get-MtaStsRule mtasts1*).Id -join ' '")]
    public void The_culture_changes_nothing(string script)
    {
        using var english = lab.Open();
        var expected = english.Run(script).ThrowIfFailed().Values<string>();

        Assert.NotEmpty(expected);
        foreach (var culture in new[] { "tr-TR", "de-DE" })
        {
            using var session = lab.Open(culture: culture);
            Assert.Equal(expected, session.Run(script).ThrowIfFailed().Values<string>());
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    public void A_record_is_published_and_screens_look_alike(string culture)
    {
        using var english = lab.Open();
        using var session = lab.Open(culture: culture);
        const string script = "Publish-MtaStsRecord good.test -Id 20240131T120000I -WhatIf; New-MtaStsPolicy -Mode Enforce -MX I.example -MaxAge 10.5d; Test-MtaStsDomain mx-expired.test";

        Assert.Equal(Screens.WithoutTimes(english.Render(script)), Screens.WithoutTimes(session.Render(script)));
    }
}
