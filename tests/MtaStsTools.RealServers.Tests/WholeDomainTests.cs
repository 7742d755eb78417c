using MtaStsTools.Dns.Tsig;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>The verdict on a domain whose zone is in BIND, whose policy is on nginx and whose mail is on Postfix.</summary>
public sealed class WholeDomainTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_deployment_passes()
    {
        await using var deployment = await Deployment.StartAsync(Stop);

        var report = await TestAsync(deployment);

        Assert.True(report.Verdict == Verdict.Pass, Explain(report));
        Assert.Equal(MtaStsMode.Enforce, report.Mode);
        Assert.Equal("20260101", report.Record!.Id);
        Assert.True(report.MailFlowsUnderEnforce);
        var mx = Assert.Single(report.MailExchangers);
        Assert.Equal(Deployment.MailHost, mx.CoveredBy!.ToString());
        Assert.Equal(SenderOutcome.Deliver, mx.Outcome);
        Assert.Equal(DaneStatus.None, mx.Dane);
    }

    [Fact]
    public async Task A_policy_that_names_another_host_would_lose_the_mail()
    {
        var policy = Deployment.EnforcePolicy.Replace(Deployment.MailHost, "mail.example.test", StringComparison.Ordinal);
        await using var deployment = await Deployment.StartAsync(Stop, policy);

        var report = await TestAsync(deployment);

        Assert.True(report.Verdict == Verdict.Fail, Explain(report));
        Assert.False(report.MailFlowsUnderEnforce);
        var mx = Assert.Single(report.MailExchangers);
        Assert.Null(mx.CoveredBy);
        Assert.Equal(SenderOutcome.Refuse, mx.Outcome);
    }

    [Fact]
    public async Task Mail_without_STARTTLS_would_be_refused()
    {
        await using var deployment = await Deployment.StartAsync(Stop, startTls: false);

        var report = await TestAsync(deployment);

        Assert.True(report.Verdict == Verdict.Fail, Explain(report));
        var mx = Assert.Single(report.MailExchangers);
        Assert.Equal(SenderOutcome.Refuse, mx.Outcome);
        Assert.Equal(ResultTypes.StartTlsNotSupported, mx.ResultType);
    }

    [Fact]
    public async Task Under_DNSSEC_a_TLSA_record_that_matches_the_certificate_delivers()
    {
        await using var deployment = await Deployment.StartAsync(Stop, associate: Deployment.PublicKeyDigest);

        var report = await TestAsync(deployment);

        Assert.True(report.Verdict == Verdict.Pass, Explain(report));
        var mx = Assert.Single(report.MailExchangers);
        Assert.Equal(DaneStatus.Matches, mx.Dane);
        Assert.Equal(SenderOutcome.Deliver, mx.Outcome);
    }

    [Fact]
    public async Task Under_DNSSEC_a_TLSA_record_of_another_key_refuses_whatever_the_policy_says()
    {
        await using var deployment = await Deployment.StartAsync(Stop, associate: _ => "3 1 1 " + new string('a', 64));

        var report = await TestAsync(deployment);

        Assert.True(report.Verdict == Verdict.Fail, Explain(report));
        var mx = Assert.Single(report.MailExchangers);
        Assert.Equal(DaneStatus.Mismatch, mx.Dane);
        Assert.Equal(SenderOutcome.Refuse, mx.Outcome);
        Assert.False(report.MailFlowsUnderEnforce);
    }

    [Fact]
    public async Task A_new_policy_is_announced_once_it_is_served_and_refused_before()
    {
        await using var deployment = await Deployment.StartAsync(Stop);
        using var key = TsigKey.FromBase64(deployment.UpdateKey.Name, deployment.UpdateKey.Secret);
        var publisher = Publisher(deployment, key);
        var policy = MtaStsPolicy.Parse(Deployment.EnforcePolicy) with { MaxAge = TimeSpan.FromDays(28) };
        var request = new PublishRequest { Domain = Deployment.Domain, Policy = policy };

        var early = await publisher.PlanAsync(request with { Report = await TestAsync(deployment) }, cancellationToken: Stop);
        Assert.True(early.IsRefused);
        deployment.SetPolicy(policy.ToString());
        var plan = await publisher.PlanAsync(request with { Report = await TestAsync(deployment) }, cancellationToken: Stop);
        Assert.False(plan.IsRefused, plan.ToString());
        var result = await publisher.ApplyAsync(plan, cancellationToken: Stop);

        Assert.True(result.AllAgree, result.ToString());
        var report = await TestAsync(deployment);
        Assert.True(report.Verdict == Verdict.Pass, Explain(report));
        Assert.Equal(((PublishResult)result.Steps[0]).After, report.Record);
        Assert.False(report.Record!.Id == "20260101", "the id announces a change");
        Assert.Equal(policy, report.Policy);
    }

    private static MtaStsRecordPublisher Publisher(Deployment deployment, TsigKey key) => new(
        new DynamicUpdateProvider(new DynamicUpdateOptions
        {
            Server = deployment.Primary.Address.ToString(),
            Port = deployment.Primary.Port,
            Key = key,
        }),
        new MtaStsRecordPublisherOptions
        {
            AuthoritativePort = deployment.Primary.Port,
            DnsServers = [deployment.DnsServer],
            AllowPrivateAddresses = true,
            ReadBackInterval = TimeSpan.FromMilliseconds(50),
        });

    private static async Task<DomainReport> TestAsync(Deployment deployment)
    {
        using var observer = new DomainObserver(deployment.Options);
        return DomainAssessor.Assess(await observer.ObserveAsync(Deployment.Domain, Stop));
    }

    private static string Explain(DomainReport report) => $"{report.Verdict}\n{string.Join('\n', report.Findings)}";
}
