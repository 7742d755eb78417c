using Xunit;
using static MtaStsTools.Sdk.Tests.Assessment.Seen;

namespace MtaStsTools.Sdk.Tests.Assessment;

/// <summary>
/// An observation may come from anybody, so that the work it takes grows with its size and no faster. What is counted is the memory that goes
/// through the thread, for every comparison with a certificate, every finding and every list takes some.
/// </summary>
public sealed class GrowthTests
{
    private const int Small = 40;
    private const int Times = 8;

    private static readonly Dictionary<string, Func<int, DomainObservation>> Crafted = new(StringComparer.Ordinal)
    {
        ["TLSA records and intermediates"] = count => Presenting([.. Enumerable.Range(0, count).Select(OtherKey)], [.. Enumerable.Repeat(Facts(DaneCases.Authority.RawData), count)]),
        ["TLSA records and sessions"] = count => Presenting([.. Enumerable.Range(0, count).Select(OtherKey)], [])
            .WithHost(host => host with { Sessions = [.. Enumerable.Range(0, count).Select(i => host.Sessions[0] with { Address = $"192.0.2.{i}" })] }),
        ["exact TLSA records"] = count => Presenting([.. Enumerable.Range(0, count).Select(i => new TlsaFact(2, 0, 0, i.ToString("x8", null)))], [.. Enumerable.Repeat(Facts(DaneCases.Authority.RawData), count)]),
        ["patterns and hosts"] = count => Sound()
            .WithPolicy(PolicyText("enforce", [.. Enumerable.Range(0, count).Select(i => $"p{i}.example.com")]))
            .WithHosts([.. Enumerable.Range(0, count).Select(i => MailHost($"h{i}.example.net", i))]),
        ["addresses of the policy host"] = count => Sound()
            .WithFetches([.. Enumerable.Range(0, count).Select(i => Fetch(PolicyText("enforce", Mx), $"192.0.2.{i}") with { StatusCode = i % 2 == 0 ? 200 : 404 })]),
        ["sessions"] = count => Sound().WithHost(host => host with
        {
            Sessions = [.. Enumerable.Range(0, count).Select(i => new SmtpSession { Address = $"192.0.2.{i}", Outcome = i % 2 == 0 ? SmtpOutcome.TlsFailed : SmtpOutcome.ConnectFailed })],
        }),
        ["hosts of one name"] = count => Sound().WithHosts([.. Enumerable.Range(0, count).Select(i => MailHost(Mx, i))]),
        ["names of a certificate"] = count => Sound().WithMxCertificate(seen => seen.WithFacts(facts => facts with { DnsNames = [.. Enumerable.Range(0, count).Select(i => $"n{i}.example.com")] })),
        ["TXT records"] = count => Sound().WithRecord([.. Enumerable.Range(0, count).Select(i => $"v=STSv1; id={i}; x")]),
    };

    public static TheoryData<string> Kinds => [.. Crafted.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public void The_work_grows_with_the_size_of_the_observation_and_no_faster(string kind)
    {
        var (small, large) = (Crafted[kind](Small), Crafted[kind](Small * Times));
        DomainAssessor.Assess(small);

        var (before, after) = (Work(small), Work(large));

        // Twice what is in proportion: lists double when they grow, and sorting takes a little more. Quadratic work would be eight times that.
        Assert.True(after <= before * Times * 2, $"{Times} times the size took {after / (double)before:0.0} times the work.");
    }

    private static long Work(DomainObservation seen)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        DomainAssessor.Assess(seen);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static DomainObservation Presenting(TlsaFact[] records, CertificateFacts[] intermediates) =>
        DaneCases.Presenting(records).WithMxCertificate(seen => seen with { Intermediates = intermediates });

    private static TlsaFact OtherKey(int number) => new(2, 1, 1, number.ToString("x64", null));

    private static CertificateFacts Facts(byte[] der) => Certificate("authority.test").Certificate with { Der = Convert.ToBase64String(der) };
}
