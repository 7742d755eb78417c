using System.Net;
using ARSoft.Tools.Net;
using ARSoft.Tools.Net.Dns;
using MtaStsTools.Lab;
using Xunit;
using IndependentDnsClient = ARSoft.Tools.Net.Dns.DnsClient;

namespace MtaStsTools.Sdk.Tests.Lab;

// Inside the namespace, for ours of the same name comes first outside it.
using DomainName = ARSoft.Tools.Net.DomainName;

/// <summary>What holds for every scenario.</summary>
public sealed class LabScenarioTests(LabFixture fixture) : IClassFixture<LabFixture>
{
    private readonly MtaStsLab _lab = fixture.Lab;

    [Fact]
    public async Task Every_domain_is_a_zone_whose_name_servers_are_on_loopback()
    {
        using var client = new IndependentDnsClient(
            [_lab.DnsEndPoint.Address], [new UdpClientTransport(_lab.DnsEndPoint.Port)], disposeTransport: true, queryTimeout: 5000);
        foreach (var scenario in _lab.Scenarios.Where(s => s.Name != "all-servfail"))
        {
            var zone = DomainName.Parse(scenario.Domain);
            var soa = await client.ResolveAsync(zone, RecordType.Soa, token: TestContext.Current.CancellationToken);
            Assert.Equal(zone, Assert.IsType<SoaRecord>(Assert.Single(soa!.AnswerRecords)).Name);
            var servers = await client.ResolveAsync(zone, RecordType.Ns, token: TestContext.Current.CancellationToken);
            foreach (var server in servers!.AnswerRecords.Cast<NsRecord>())
            {
                var address = await client.ResolveAsync(server.NameServer, token: TestContext.Current.CancellationToken);
                Assert.True(IPAddress.IsLoopback(Assert.IsType<ARecord>(Assert.Single(address!.AnswerRecords)).Address), scenario.Name);
            }
        }
    }

    [Fact]
    public void Every_scenario_says_in_a_sentence_what_is_special_about_it() =>
        Assert.All(_lab.Scenarios, s => Assert.Matches("^[A-Z_m].{10,120}[.]$", s.Description));

    [Fact]
    public void A_domain_cannot_be_added_twice() =>
        Assert.Throws<InvalidOperationException>(() => _lab.Add(new LabScenario("good", "good.test", "Again.")));
}
