using MtaStsTools.Dns.Tsig;
using MtaStsTools.Lab;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Sdk.Tests.Lab;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>The words of the publishing tests: a provider and a publisher that point at the laboratory.</summary>
internal static class PublishingLab
{
    public static readonly MtaStsPolicy Policy = new() { Mode = MtaStsMode.Testing, MaxAge = TimeSpan.FromDays(7), Mx = ["mail.example.com"] };

    public static readonly MtaStsPolicy OtherPolicy = Policy with { Mode = MtaStsMode.Enforce };

    public static TsigKey ToKey(this LabTsigKey key, TsigAlgorithm algorithm = TsigAlgorithm.HmacSha256) =>
        TsigKey.FromBase64(key.Name, key.SecretBase64, algorithm);

    public static DynamicUpdateOptions Options(this MtaStsLab lab, TsigKey? key) => new()
    {
        Server = lab.DnsEndPoint.Address.ToString(),
        Port = lab.DnsEndPoint.Port,
        Key = key,
        Timeout = TimeSpan.FromSeconds(10),
    };

    public static MtaStsRecordPublisherOptions ReadBack(this MtaStsLab lab) => new()
    {
        AuthoritativePort = lab.DnsEndPoint.Port,
        AllowPrivateAddresses = true,
        DnsServers = [lab.DnsEndPoint],
        ReadBackInterval = TimeSpan.FromMilliseconds(50),
        ReadBackTimeLimit = TimeSpan.FromSeconds(20),
        QueryTimeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>The only step of a plan for one domain.</summary>
    public static RecordChangeStep Only(this ChangePlan plan) => (RecordChangeStep)Xunit.Assert.Single(plan.Steps);

    /// <summary>What the only step came to.</summary>
    public static PublishResult Only(this ChangeResult result) => (PublishResult)Xunit.Assert.Single(result.Steps);

    public static MtaStsRecordPublisher Publisher(this MtaStsLab lab, TsigKey key, MtaStsRecordPublisherOptions? options = null) =>
        new(new DynamicUpdateProvider(lab.Options(key)), options ?? lab.ReadBack());
}

/// <summary>Collects progress at once, in the order of the reports.</summary>
internal sealed class ProgressLog : IProgress<PublishProgress>
{
    private readonly List<PublishProgress> _reports = [];

    public IReadOnlyList<PublishProgress> Reports => _reports;

    public void Report(PublishProgress value) => _reports.Add(value);
}
