using MtaStsTools.Lab;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary><c>Test-MtaStsPolicyHost</c> against the laboratory's hosts.</summary>
public sealed class PolicyHostTestTests(LabFixture lab)
{
    private const string Shown = "ForEach-Object { \"$($_.Domain) $($_.Verdict) $($_.IsReady) $(@($_.Findings | ForEach-Object { $_.Id }) -join ' ')\" }";

    [Fact]
    public void A_host_that_no_record_announces_is_assessed_as_if_one_did()
    {
        lab.Lab.Add(Sound("host-ready", "Has a policy and no record.").WithMtaSts());
        lab.Lab.Add(Sound("host-expired", "Has a certificate that has expired and no record.").WithMtaSts().WithPolicyHost(host => host with { Certificate = LabCertificate.Expired }));
        lab.Lab.Add(Sound("host-html", "Serves a web page.").WithMtaSts().WithPolicyHost(host => host with { ContentType = "text/html" }));
        lab.Lab.Add(Sound("host-missing", "Has no policy host.").WithMtaSts() with { PolicyHosts = [] });
        lab.Lab.Add(Sound("host-other-name", "Has a certificate of the web server.").WithMtaSts().WithPolicyHost(host => host with { Certificate = LabCertificate.For("www.host-other-name.test") }));
        using var session = lab.Open();

        var said = session.Run($"'host-ready', 'host-expired', 'host-html', 'host-missing', 'host-other-name' | ForEach-Object {{ \"$_.test\" }} | Test-MtaStsPolicyHost | {Shown}").ThrowIfFailed().Values<string>();

        Assert.Equal(
            [
                "host-expired.test Fail False MTASTS5013",
                "host-html.test Fail False MTASTS5022",
                "host-missing.test Fail False MTASTS8031 MTASTS8032",
                "host-other-name.test Fail False MTASTS5015 MTASTS8032",
                "host-ready.test Pass True ",
            ],
            said.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_name_that_the_certificate_needs_is_told_exactly()
    {
        lab.Lab.Add(Sound("host-needs", "Has no policy host.").WithMtaSts() with { PolicyHosts = [] });
        using var session = lab.Open();

        var message = session.Run("foreach ($finding in (Test-MtaStsPolicyHost host-needs.test).Findings) { if ($finding.Id -eq 'MTASTS8032') { $finding.Message } }").Only<string>();

        Assert.Equal("The policy host needs a certificate of a public authority with the DNS name mta-sts.host-needs.test; one for *.host-needs.test does too.", message);
    }

    [Theory]
    [InlineData("good.test", true)]
    [InlineData("policy-servfail.test", false)]
    [InlineData("expired.test", false)]
    [InlineData("no-such-domain.test", false)]
    public void Quiet_is_true_only_where_a_record_may_be_published(string domain, bool expected)
    {
        using var session = lab.Open();
        Assert.Equal(expected, session.Run($"Test-MtaStsPolicyHost {domain} -Quiet").Only<bool>());
    }

    [Fact]
    public void No_mail_exchanger_is_spoken_to()
    {
        lab.Lab.Add(Sound("host-only", "For a test of what is asked."));
        using var session = lab.Open();
        session.Run("Test-MtaStsPolicyHost host-only.test").ThrowIfFailed();
        Assert.DoesNotContain(lab.Lab.Events.OfType<LabConnection>(), connection => connection.Smtp && connection.Host.Contains("host-only", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void The_screen_shows_verdict_addresses_and_remedies(int width)
    {
        using var session = lab.Open(width);
        var screen = session.Render("Test-MtaStsPolicyHost good.test");
        Assert.StartsWith("Pass  mta-sts.good.test\n", screen.TrimStart('\n'), StringComparison.Ordinal);
        Assert.Contains("status 200, text/plain", screen, StringComparison.Ordinal);
        Assert.Contains("Policy: mode enforce, max_age", screen, StringComparison.Ordinal);
        Assert.All(screen.Split('\n'), line => Assert.True(line.Length <= width, line));

        var kept = session.Render("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Test-MtaStsPolicyHost good.test), 24))");
        Assert.StartsWith("Pass  mta-sts.good.test\n", kept.TrimStart('\n'), StringComparison.Ordinal);
        Assert.Contains("status 200", kept, StringComparison.Ordinal);
    }
}
