using System.Globalization;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>What users see, at the two usual widths.</summary>
public sealed class ScreenTests(LabFixture lab)
{
    public static TheoryData<string, string> Scripts { get; } = new()
    {
        { "domain-good", "Test-MtaStsDomain good.test" },
        { "domain-uncovered-backup", "Test-MtaStsDomain uncovered-backup-mx.test" },
        { "domain-expired-mx", "Test-MtaStsDomain mx-expired.test" },
        { "domain-not-configured", "Test-MtaStsDomain not-configured.test" },
        { "domain-servfail", "Test-MtaStsDomain servfail.test" },
        { "domain-invalid-policy", "Test-MtaStsDomain invalid-policy.test" },
        { "domains-two", "'good.test', 'two-records.test' | Test-MtaStsDomain -ThrottleLimit 1" },
        { "mail-exchangers", "(Test-MtaStsDomain wildcard-mx.test, mx-expired.test -ThrottleLimit 1).MailExchangers" },
        { "findings", "'version: STSv1; mode: enforce; mx: mail.example.com; max_age: 604800', 'Mode: x' | Test-MtaStsPolicy" },
        { "policy", "New-MtaStsPolicy -Mode Enforce -MX mail.example.com, *.example.net -MaxAge 4w" },
        { "record", "New-MtaStsRecord 20240131" },
        { "reporting-record", "New-TlsRptRecord reports@example.com" },
        { "rules", "Get-MtaStsRule MTASTS800?" },
    };

    /// <summary>What the engine writes on one line, however long.</summary>
    public static TheoryData<string, string> Messages { get; } = new()
    {
        { "publish-plan", "Publish-MtaStsRecord good.test -Id 20240131 -WhatIf" },
        { "publish-refused", "Publish-MtaStsRecord good.test -Policy (New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge 4w)" },
        { "policy-weak", "New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge 1h" },
        { "error-domain", "Test-MtaStsDomain 'not a domain'" },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_screen_is_as_approved_at_80_and_120_columns(string name, string script)
    {
        foreach (var width in new[] { 80, 120 })
        {
            using var session = lab.Open(width);
            var screen = session.Render(script);

            Screens.AssertApproved(string.Create(CultureInfo.InvariantCulture, $"{name}.{width}"), screen);
            Assert.All(screen.Split('\n'), line => Assert.True(line.Length <= width, $"Wider than {width} columns: {line}"));
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_is_as_approved(string name, string script)
    {
        using var session = lab.Open(80);

        Screens.AssertApproved(name, session.Render(script));
    }

    [Fact]
    public void The_result_of_publishing_is_as_approved()
    {
        lab.Lab.Add(Sound("publish-screen", "For a test of the screen.").WithMtaSts());
        using var session = lab.Open(80);

        Screens.AssertApproved("publish-result.80", session.Render("Publish-MtaStsRecord publish-screen.test -Id 20240131 -PassThru"));
    }
}
