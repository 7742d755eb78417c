using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary><c>Test-MtaStsDomain</c> against the laboratory.</summary>
public sealed class DomainTestTests(LabFixture lab)
{
    private const string InShort = "ForEach-Object { \"$($_.Domain) $($_.Verdict) $($_.MailFlowsUnderEnforce)\" }";

    [Theory]
    [InlineData("good.test", "Pass True")]
    [InlineData("testing-good.test", "Pass True")]
    [InlineData("not-configured.test", "NotConfigured ")]
    [InlineData("servfail.test", "Indeterminate True")]
    [InlineData("two-records.test", "Fail True")]
    [InlineData("uncovered-backup-mx.test", "Fail False")]
    [InlineData("mx-expired.test", "Fail False")]
    public void A_domain_gets_a_report_and_no_error(string domain, string expected)
    {
        using var session = lab.Open();

        var result = session.Run($"Test-MtaStsDomain {domain} | {InShort}");

        Assert.Equal($"{domain} {expected}", result.Only<string>());
    }

    [Fact]
    public void Each_mail_exchanger_has_its_outcome_in_the_words_of_reports()
    {
        using var session = lab.Open();

        var result = session.Run("(Test-MtaStsDomain broken-backup-mx.test).MailExchangers | ForEach-Object { \"$($_.Host) $($_.Outcome) $($_.ResultType)\" }");

        Assert.Equal(["mx1.broken-backup-mx.test Deliver ", "backup.broken-backup-mx.test Refuse certificate-expired"], result.ThrowIfFailed().Values<string>());
    }

    [Fact]
    public void A_domain_that_is_too_slow_is_left_when_its_time_is_over()
    {
        using var session = lab.Open();

        var messages = session.Run("(Test-MtaStsDomain mx-tarpits.test -TimeoutSec 600 -DomainTimeoutSec 2).Findings.Message").ThrowIfFailed().Values<string>();

        Assert.All(messages, message => Assert.Contains("the time limit of 2 s for a domain was over first", message, StringComparison.Ordinal));
        Assert.Equal(8, messages.Count);
    }

    [Theory]
    [InlineData("'good.test', 'not-configured.test' | Test-MtaStsDomain")]
    [InlineData("Test-MtaStsDomain good.test, not-configured.test")]
    [InlineData("[pscustomobject]@{ DomainName = 'good.test' }, [pscustomobject]@{ Name = 'not-configured.test' } | Test-MtaStsDomain")]
    public void Domains_come_in_every_usual_way(string script)
    {
        using var session = lab.Open();

        var domains = session.Run($"{script} | ForEach-Object Domain").ThrowIfFailed().Values<string>();

        Assert.Equal(["good.test", "not-configured.test"], domains.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("good.test", true)]
    [InlineData("max-age-short.test", true)]
    [InlineData("two-records.test", false)]
    [InlineData("not-configured.test", false)]
    public void Quiet_gives_only_whether_it_works(string domain, bool works)
    {
        using var session = lab.Open();

        Assert.Equal(works, session.Run($"Test-MtaStsDomain {domain} -Quiet").Only<bool>());
    }

    [Theory]
    [InlineData("good.test -MinimumEnforceMaxAge 366d", "MTASTS1034")]
    [InlineData("none-good.test -MaximumNoneMaxAge 60", "MTASTS1036")]
    [InlineData("good.test -AsOf 2099-01-01", "MTASTS5013 MTASTS6008")]
    [InlineData("expiring-soon.test -CertificateExpiryWarning 0", "")]
    public void Thresholds_and_the_time_of_the_assessment_are_the_callers(string arguments, string expected)
    {
        using var session = lab.Open();

        var result = session.Run($"(Test-MtaStsDomain {arguments}).Findings | ForEach-Object Id");

        Assert.Equal(expected, string.Join(' ', result.ThrowIfFailed().Values<string>().Distinct(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("good.test", "Enforce", true)]
    [InlineData("good.test", "Testing", true)]
    [InlineData("testing-good.test", "Testing", true)]
    [InlineData("testing-good.test", "Enforce", false)]
    [InlineData("not-configured.test", "Testing", false)]
    public void A_gate_can_demand_a_mode(string domain, string mode, bool passes)
    {
        using var session = lab.Open();

        Assert.Equal(passes, session.Run($"Test-MtaStsDomain {domain} -RequireMode {mode}").Only<bool>());
    }

    [Fact]
    public void A_gate_knows_no_mode_none()
    {
        using var session = lab.Open();

        Assert.StartsWith("ParameterArgumentValidationError,", session.Run("Test-MtaStsDomain good.test -RequireMode None").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_smtp_the_outcome_is_not_known_and_no_mail_exchanger_is_contacted()
    {
        lab.Lab.Add(Sound("skip-smtp", "For a test without SMTP."));
        using var session = lab.Open();

        var result = session.Run("Test-MtaStsDomain skip-smtp.test -SkipSmtp | ForEach-Object { \"$($null -eq $_.MailFlowsUnderEnforce) $($_.MailExchangers.Outcome)\" }");

        Assert.Equal("True Unknown", result.Only<string>());
        Assert.DoesNotContain(lab.Lab.Events.OfType<MtaStsTools.Lab.LabConnection>(), c => c.Smtp && c.Host == "mx1.skip-smtp.test");
    }

    [Fact]
    public void Saved_facts_are_assessed_again_without_a_question_to_anyone()
    {
        lab.Lab.Add(Sound("assessed-again", "For a test of saved facts."));
        using var session = lab.Open();
        session.Run("$json = Test-MtaStsDomain assessed-again.test -AsJson; $live = Test-MtaStsDomain assessed-again.test").ThrowIfFailed();
        var asked = lab.QuestionsAbout("assessed-again.test");

        Assert.True(asked > 0);
        foreach (var saved in new[] { "$json", "$live", "$live.Observation" })
            Assert.Equal("assessed-again.test Pass True", session.Run($"Test-MtaStsDomain -Observation {saved} | {InShort}").Only<string>());
        Assert.Equal(asked, lab.QuestionsAbout("assessed-again.test"));
    }

    [Fact]
    public void Json_of_a_saved_report_is_the_same_json()
    {
        using var session = lab.Open();

        var result = session.Run("$json = Test-MtaStsDomain escape-policy.test -AsJson; $again = Test-MtaStsDomain -Observation $json -AsJson; $json; $again").ThrowIfFailed().Values<string>();

        Assert.Equal(result[0], result[1]);
        Assert.DoesNotContain('\u001b', result[0]);
    }

    [Fact]
    public void Two_places_are_assessed_together()
    {
        using var session = lab.Open();

        var result = session.Run($"""
            $office = Test-MtaStsDomain good.test -SkipSmtp
            $server = Test-MtaStsDomain good.test
            Test-MtaStsDomain -Observation $office, $server | {InShort}
            """);

        Assert.Equal("good.test Pass True", result.Only<string>());
    }

    [Theory]
    [InlineData("'{ \"not\": \"a report\" }'")]
    [InlineData("'no json'")]
    [InlineData("42")]
    public void What_is_no_observation_is_refused(string value)
    {
        using var session = lab.Open();

        var result = session.Run($"Test-MtaStsDomain -Observation {value}");

        Assert.Empty(result.Output);
        Assert.StartsWith("ParameterArgumentTransformationError,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bar_of_one_domain_is_gone_when_its_report_is_printed()
    {
        using var session = lab.Open();
        var result = session.Run("Test-MtaStsDomain wildcard-mx.test | ForEach-Object { & { [CmdletBinding()] param() $PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(1, 'Printed', 'x')) } }").ThrowIfFailed();
        Assert.Equal(["Testing MTA-STS", "Printed"], result.Progress.SkipWhile(record => record.RecordType == System.Management.Automation.ProgressRecordType.Processing).Take(2).Select(record => record.Activity));
        Assert.All(result.Progress.Where(record => record.Activity != "Printed"), record => Assert.DoesNotContain("1 of 1", record.StatusDescription, StringComparison.Ordinal));
    }

    [Fact]
    public void Many_domains_are_tested_at_once_with_progress()
    {
        var domains = lab.Lab.AddMany(60);
        using var session = lab.Open();

        var result = session.Set("domains", domains).Run("$domains | Test-MtaStsDomain -TimeoutSec 20 | ForEach-Object { \"$($_.Domain) $($_.Verdict)\" }").ThrowIfFailed();

        Assert.Equal(domains.Select(d => $"{d} Pass").Order(StringComparer.Ordinal), result.Values<string>().Order(StringComparer.Ordinal));
        Assert.NotEmpty(result.Progress);
        Assert.Equal(System.Management.Automation.ProgressRecordType.Completed, result.Progress[^1].RecordType);
        Assert.All(result.Progress, record => Assert.Equal("Testing MTA-STS", record.Activity));
        Assert.Contains(result.Progress, record => record.StatusDescription.Contains("60", StringComparison.Ordinal));
    }

    [Fact]
    public void Verbose_tells_each_step()
    {
        using var session = lab.Open();

        var verbose = session.Run("Test-MtaStsDomain good.test -Verbose").ThrowIfFailed().Verbose;

        Assert.All(verbose, step => Assert.StartsWith("good.test: ", step, StringComparison.Ordinal));
        foreach (var part in new[] { "_mta-sts.good.test", "_smtp._tls.good.test", "mta-sts.good.test", "mx1.good.test", "mx2.good.test" })
            Assert.Contains(verbose, step => step.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void Verbose_tells_what_came_of_each_step()
    {
        using var session = lab.Open();

        var verbose = session.Run("Test-MtaStsDomain good.test -Verbose").ThrowIfFailed().Verbose;

        foreach (var part in new[] { "DNS: TXT _mta-sts.good.test: 1 record (", "]: Answered, TLS 1.3, status 200 (", "DNS: MX good.test: 2 records (", "SMTP: mx1.good.test [" })
            Assert.Contains(verbose, result => result.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_server_that_does_not_answer_is_blamed_once()
    {
        using var session = lab.Open();

        var report = session.Run("Test-MtaStsDomain good.test -DnsServer 127.0.0.1:9 -TimeoutSec 1").Only<DomainReport>();

        Assert.Equal(AnnouncementRules.DnsSilent.Id, Assert.Single(report.Findings).Id);
        Assert.Contains("127.0.0.1:9", report.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_of_one_domain_shows_its_steps()
    {
        using var session = lab.Open();

        var progress = session.Run("Test-MtaStsDomain good.test").ThrowIfFailed().Progress;

        Assert.Contains(progress, record => record.StatusDescription.StartsWith("good.test: DNS: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_and_a_plain_answer_exclude_each_other()
    {
        using var session = lab.Open();

        ErrorAssert.Is(session.Run("Test-MtaStsDomain good.test -AsJson -Quiet"), "ConflictingParameters", System.Management.Automation.ErrorCategory.InvalidArgument, null);
    }

    [Theory]
    [InlineData("timeout.test", "Test-MtaStsDomain timeout.test -TimeoutSec 60")]
    [InlineData("slow-drip.test", "Test-MtaStsDomain slow-drip.test -TimeoutSec 60")]
    [InlineData("mx-silent.test", "Test-MtaStsDomain mx-silent.test -TimeoutSec 60")]
    [InlineData("policy-silent.test", "Get-MtaStsPolicy policy-silent.test -TimeoutSec 60")]
    [InlineData("handshake-silent.test", "Publish-MtaStsRecord handshake-silent.test -Id 1 -TimeoutSec 60")]
    public async Task Stop_returns_within_a_second_in_the_midst_of_a_slow_domain(string domain, string script)
    {
        using var session = lab.Open();

        // What the machine does besides only ever adds: the least of some tries counts.
        var least = TimeSpan.MaxValue;
        for (var tries = 0; tries < 5 && least > TimeSpan.FromSeconds(1); tries++)
        {
            var (stopTime, result) = await session.RunAndStopAsync(script, Begun(domain));
            Assert.True(result.Stopped);
            Assert.Empty(result.Output);
            least = stopTime < least ? stopTime : least;
        }

        Assert.True(least < TimeSpan.FromSeconds(1), $"Stopping {script} took {least}.");
    }

    [Fact]
    public void A_private_address_is_contacted_only_when_that_is_allowed()
    {
        lab.Lab.Add(Sound("not-allowed", "For a test of what is contacted."));
        using var session = lab.Open();

        session.Run("Test-MtaStsDomain not-allowed.test -AllowPrivateAddress:$false").ThrowIfFailed();

        Assert.DoesNotContain(lab.Lab.Events.OfType<MtaStsTools.Lab.LabConnection>(), c => c.Host.EndsWith("not-allowed.test", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_root_the_certificate_is_not_trusted()
    {
        using var session = lab.Open();

        var result = session.Run("$PSDefaultParameterValues.Remove('*-MtaSts*:TrustedRoot'); (Test-MtaStsDomain good.test).Verdict.ToString()");

        Assert.Equal("Fail", result.Only<string>());
    }

    [Theory]
    [InlineData("-DnsServer 'ns1.example.com'", "is not the address of a name server")]
    [InlineData("-DnsServer '192.0.2.53:99999'", "is not the address of a name server")]
    [InlineData("-TrustedRoot './no-such-root.pem'", "There is no certificate file '")]
    [InlineData("-TrustedRoot '.'", "' is a folder. Give the path of a certificate file.")]
    public void A_parameter_that_cannot_be_understood_says_why(string parameter, string reason)
    {
        using var session = lab.Open();

        var result = session.Run($"Test-MtaStsDomain good.test {parameter}");

        Assert.Contains(reason, result.Error.ToString(), StringComparison.Ordinal);
    }

    // The first questions have been asked; what is slow comes right after.
    private async Task Begun(string domain)
    {
        while (lab.QuestionsAbout(domain) == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await Task.Delay(400, TestContext.Current.CancellationToken);
    }
}
