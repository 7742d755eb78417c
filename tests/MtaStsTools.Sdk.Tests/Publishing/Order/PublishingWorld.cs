using System.Text;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Order;

/// <summary>
/// A domain, its zone and its policy host in memory, and senders who look at them: what a publisher changes and what the world then sees. The law of order is
/// held at every change, whoever makes it.
/// </summary>
internal sealed class PublishingWorld : IDomainReporter
{
    public const string Domain = "example.com";
    public const string RecordName = "_mta-sts.example.com";
    public const string Foreign = "v=spf1 -all";

    public static readonly MtaStsPolicy Testing = new() { Mode = MtaStsMode.Testing, MaxAge = TimeSpan.FromDays(7), Mx = ["mail.example.com"] };
    public static readonly MtaStsPolicy Enforcing = Testing with { Mode = MtaStsMode.Enforce };

    private readonly Dictionary<string, string[]> _texts = new(StringComparer.Ordinal) { [RecordName] = [Foreign] };

    public FakeClock Clock { get; } = new();

    /// <summary>The file at the policy host.</summary>
    public string? File { get; private set; }

    /// <summary>What each address serves in place of the file: an address that has not caught up.</summary>
    public Dictionary<string, string?> Lagging { get; } = new(StringComparer.Ordinal);

    public List<MxReport> MailExchangers { get; } = [new() { Host = "mail.example.com", Outcome = SenderOutcome.Deliver }];

    public TlsRptRecord? TlsReporting { get; set; } = TlsRptRecord.Parse("v=TLSRPTv1; rua=mailto:tls@example.com;");

    /// <summary>A resolver that still gives an earlier record; null: it gives what the zone has.</summary>
    public MtaStsRecord? Stale { get; set; }

    /// <summary>What is written is acknowledged and not done.</summary>
    public bool Pretends { get; set; }

    /// <summary>Each thing that was done to the world, in order.</summary>
    public List<string> Log { get; } = [];

    /// <summary>What happens at each await point: it gets the name of the point and may fail, hang or do somebody else's work.</summary>
    public Func<string, Task> At { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<string> Texts => TextsOf(RecordName);

    public MtaStsRecord? Record => MtaStsRecord.Select(Texts, out _);

    public IReadOnlyList<string> TextsOf(string name) => _texts.GetValueOrDefault(name) ?? [];

    public void SetTexts(params string[] texts) => _texts[RecordName] = texts;

    public void Store(MtaStsPolicy? policy) => File = policy?.ToString();

    public MtaStsPublisher Publisher(MtaStsPublisherOptions? options = null) => new(new Zone(this), new Host(this), this, options ?? Options);

    public MtaStsPublisherOptions Options => new()
    {
        Records = new MtaStsRecordPublisherOptions { TimeProvider = Clock, ReadBackTimeLimit = TimeSpan.Zero },
        FetchTimeLimit = TimeSpan.FromSeconds(20),
        FetchInterval = TimeSpan.FromSeconds(5),
    };

    public IDnsRecordProvider Provider => new Zone(this);

    public IPolicyHost PolicyHost => new Host(this);

    async Task<DomainReport> IDomainReporter.ReportAsync(string domain, bool withMailExchangers, CancellationToken cancellationToken)
    {
        await At("look");
        cancellationToken.ThrowIfCancellationRequested();
        var served = Lagging.GetValueOrDefault("192.0.2.1", File);
        var report = Reports.Of(MtaStsPolicy.TryParse(served, out var policy) ? policy : null, [.. MailExchangers]);
        return report with
        {
            Record = Stale ?? Record,
            TlsReporting = TlsReporting,
            Observation = report.Observation with
            {
                PolicyHost = report.Observation.PolicyHost with { Fetches = [Fetch("192.0.2.1"), Fetch("192.0.2.2")] },
            },
        };
    }

    private PolicyFetch Fetch(string address) => Lagging.GetValueOrDefault(address, File) is { } body
        ? new() { Address = address, Outcome = PolicyFetchOutcome.Answered, StatusCode = 200, ContentType = "text/plain", Body = Convert.ToBase64String(Encoding.UTF8.GetBytes(body)) }
        : new() { Address = address, Outcome = PolicyFetchOutcome.Answered, StatusCode = 404 };

    /// <summary>The law: a record that names a policy names the one that is served, and what is foreign stays.</summary>
    private void DemandTheLaw(MtaStsRecord? before)
    {
        if (Record is { } now && !Equals(now, before) && File is { } file)
            Assert.True(PolicyId.Announces(now.Id, MtaStsPolicy.Parse(file)) != false, $"The record {now} was written while the policy host served{Environment.NewLine}{file}");
        if (Record is not null && !Equals(Record, before))
            Assert.True(File is not null, "A record was written while no policy was served.");
        Assert.Contains(Foreign, Texts);
    }

    private sealed class Zone(PublishingWorld world) : IDnsRecordProvider
    {
        public string Description => "zone";

        public DnsProviderCapabilities Capabilities { get; } = new() { IsGuarded = true, IsAtomic = true, ReadsAtSource = true };

        public async Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken)
        {
            await world.At("find zone");
            return Domain;
        }

        public async Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken)
        {
            await world.At("read record");
            var texts = world.TextsOf(recordName);
            return new TxtRecordSet { RecordName = recordName, Values = [.. texts.Select(TxtValue.FromText)], Ttl = texts.Count == 0 ? null : TimeSpan.FromHours(1) };
        }

        public async Task ApplyAsync(RecordChange change, CancellationToken cancellationToken)
        {
            await world.At("before the record changes");
            var now = world.TextsOf(change.RecordName).Select(TxtValue.FromText).ToList();
            if (!now.ToHashSet().SetEquals(change.Expected))
                throw new DnsProviderException(ProviderErrorKind.Conflict, "The record has changed.", "Plan again.");
            if (!world.Pretends)
            {
                var before = world.Record;
                world._texts[change.RecordName] = [.. change.Result.Select(value => value.Text)];
                world.Log.Add($"record: {change.Result.FirstOrDefault(value => value.IsMtaSts || value.IsTlsRpt)?.Text ?? "removed"}");
                world.DemandTheLaw(before);
            }

            await world.At("after the record has changed");
        }

        public async Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken)
        {
            await world.At("list name servers");
            return [];
        }
    }

    private sealed class Host(PublishingWorld world) : IPolicyHost
    {
        public string Description => "host";

        public PolicyHostCapabilities Capabilities { get; } = new() { IsGuarded = true, IsAtomic = true };

        public string? GetTarget(string domain) => null;

        public async Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken)
        {
            await world.At("read file");
            return new StoredPolicy { Domain = domain, Location = "/" + domain, Body = world.File is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(world.File) };
        }

        public async Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken)
        {
            await world.At("before the file changes");
            if (!world.Pretends)
            {
                world.File = change.Body is { } body ? Encoding.UTF8.GetString(body.Span) : null;
                world.Log.Add(world.File is null ? "file: removed" : $"file: {MtaStsPolicy.Parse(world.File).Mode}");
            }

            await world.At("after the file has changed");
        }
    }
}
