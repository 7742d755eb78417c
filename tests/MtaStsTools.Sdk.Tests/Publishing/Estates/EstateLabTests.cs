using MtaStsTools.Lab;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Estates;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Sdk.Tests.Observation;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Estates;

/// <summary>An estate over real sockets: signed dynamic updates, folders behind HTTPS, MX hosts with STARTTLS.</summary>
public sealed class EstateLabTests(ObservationFixture fixture) : IClassFixture<ObservationFixture>
{
    private const int Count = 200;

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly TlsRptRecord Reporting = TlsRptRecord.Parse("v=TLSRPTv1; rua=mailto:tls@example.com;");
    private readonly MtaStsLab _lab = fixture.Lab;

    [Fact]
    public async Task Two_hundred_lab_domains_with_every_kind_of_drift_come_into_order_in_one_run_and_pass_their_test()
    {
        var names = _lab.AddMany(Count);
        using var key = _lab.UpdateKey.ToKey();
        var provider = new DynamicUpdateProvider(_lab.Options(key));
        var host = new FolderPolicyHost(new FolderPolicyHostOptions { Path = Path.Combine(_lab.WebFolder, "{host}") });
        var wanted = names.Select((name, i) => new DesiredDomain
        {
            Domain = name,
            Policy = new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(28), Mx = [$"mx1.bulk-provider-{i % 4}.test"] },
            TlsReporting = Reporting,
            Provider = provider,
            Host = host,
        }).ToList();
        var publisher = new EstatePublisher(new DomainReporter(fixture.Patient), new EstatePublisherOptions { Publisher = new MtaStsPublisherOptions { Records = _lab.ReadBack() } });
        await ApplyAsync(publisher, wanted);
        for (var i = 0; i < Count; i++)
            Drift(names[i], i % 8);

        await ApplyAsync(publisher, wanted);

        var again = await publisher.PlanAsync(wanted, cancellationToken: Stop);
        Assert.True(again.IsEmpty && again.Domains.All(domain => domain.State == DomainPlanState.InOrder), again.ToString());
        var report = await new DomainReporter(fixture.Patient).ReportAsync(names[1], withMailExchangers: true, Stop);
        Assert.Equal(Verdict.Pass, report.Verdict);
        Assert.Equal(TimeSpan.FromDays(28), report.Policy!.MaxAge);
    }

    private static async Task ApplyAsync(EstatePublisher publisher, List<DesiredDomain> wanted)
    {
        var result = await publisher.ApplyAsync(await publisher.PlanAsync(wanted, cancellationToken: Stop), beyondLimits: true, Stop);
        Assert.True(result.Succeeded, result.ToString());
        Assert.Contains(result.Domains, domain => domain.Outcome == DomainOutcome.Changed);
    }

    private void Drift(string domain, int kind)
    {
        var file = Path.Combine(_lab.WebFolder, "mta-sts." + domain, ".well-known", "mta-sts.txt");
        switch (kind)
        {
            case 0: _lab.SetTxt(domain, "_mta-sts"); break;
            case 1: _lab.SetTxt(domain, "_mta-sts", "v=STSv1; id=1;", "v=STSv1; id=2;"); break;
            case 2: _lab.SetTxt(domain, "_mta-sts", "v=STSv1; id=foreign;"); break;
            case 3: File.Delete(file); break;
            case 4: File.WriteAllText(file, "version: STSv1\nmode: none\nmax_age: 86400\n"); break;
            case 5: File.WriteAllText(file, "<html>"); break;
            case 6: _lab.SetTxt(domain, "_smtp._tls", "v=TLSRPTv1; rua=mailto:elsewhere@example.net;"); break;
            default: break;
        }
    }
}
