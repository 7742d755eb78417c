using DnsClient;
using MtaStsTools.Dns;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Sdk.Tests.Publishing;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Dns;

/// <summary>What a resolver does with the questions that it no longer needs.</summary>
public sealed class DnsResolverTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_that_went_unanswered_beside_an_answered_one_leaves_no_unobserved_failure()
    {
        using var unobserved = new UnobservedFailures<DnsResponseException>();
        var datagrams = 0;
        await using var server = new ScriptedDnsServer(Answer, request => Interlocked.Increment(ref datagrams) == 1 ? [] : [Answer(request)]);
        var limit = TimeSpan.FromMilliseconds(900);
        var resolver = new DnsResolver(new DnsResolverOptions { Servers = [server.EndPoint], Timeout = limit });

        var answer = await resolver.QueryAsync("example.com", DnsRecordType.TXT, Stop);
        await Task.Delay(limit, Stop);

        Assert.Equal((DnsOutcome.NoData, 2), (answer.Lookup.Outcome, datagrams));
        Assert.Equal(0, unobserved.Count());
    }

    private static byte[] Answer(DnsMessage request) => (request with { IsResponse = true }).ToArray();
}
