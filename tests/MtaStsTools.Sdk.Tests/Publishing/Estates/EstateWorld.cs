using System.Collections.Concurrent;
using System.Text;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Estates;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Sdk.Tests.Publishing.Order;

namespace MtaStsTools.Sdk.Tests.Publishing.Estates;

/// <summary>Many domains in memory, their provider, their policy host and senders who look at them. It counts what is written.</summary>
internal sealed class EstateWorld : IDomainReporter, IDnsRecordProvider, IPolicyHost
{
    public static readonly MtaStsPolicy Testing = new() { Mode = MtaStsMode.Testing, MaxAge = TimeSpan.FromDays(7), Mx = ["mail.example.com"] };
    public static readonly MtaStsPolicy Enforcing = Testing with { Mode = MtaStsMode.Enforce };
    public static readonly TlsRptRecord Reporting = TlsRptRecord.Parse("v=TLSRPTv1; rua=mailto:tls@example.com;");

    private readonly Lock _gate = new();

    public FakeClock Clock { get; } = new();

    public ConcurrentDictionary<string, string[]> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentDictionary<string, string> Files { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentQueue<string> Writes { get; } = new();

    public int Questions;

    public int LooksAtExchangers;

    /// <summary>What happens at each await point, which gets its name and the subject.</summary>
    public Func<string, string, Task> At { get; set; } = (_, _) => Task.CompletedTask;

    string IDnsRecordProvider.Description => "zone";

    string IPolicyHost.Description => "host";

    DnsProviderCapabilities IDnsRecordProvider.Capabilities { get; } = new() { IsGuarded = true, IsAtomic = true, ReadsAtSource = true };

    PolicyHostCapabilities IPolicyHost.Capabilities { get; } = new() { IsGuarded = true, IsAtomic = true };

    public EstatePublisherOptions Options => new()
    {
        ThrottleLimit = 4,
        Publisher = new MtaStsPublisherOptions
        {
            Records = new MtaStsRecordPublisherOptions { TimeProvider = Clock, ReadBackTimeLimit = TimeSpan.Zero },
            FetchTimeLimit = TimeSpan.FromSeconds(20),
        },
    };

    public EstatePublisher Publisher(EstatePublisherOptions? options = null) => new(this, options ?? Options);

    public DesiredDomain Wants(string domain, MtaStsPolicy? policy) => new() { Domain = domain, Policy = policy, TlsReporting = Reporting, Provider = this, Host = this };

    public static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(i => $"d{i}.example");

    /// <summary>A domain as it is when all is done.</summary>
    public void Publish(string domain, MtaStsPolicy policy)
    {
        Files[domain] = policy.ToString();
        Texts["_mta-sts." + domain] = ["v=spf1 -all", $"v=STSv1; id={PolicyId.Derive(policy, Clock.GetUtcNow().AddDays(-1))};"];
        Texts["_smtp._tls." + domain] = [Reporting.ToString()];
    }

    public MtaStsRecord? RecordOf(string domain) => MtaStsRecord.Select(Texts.GetValueOrDefault("_mta-sts." + domain) ?? [], out _);

    async Task<DomainReport> IDomainReporter.ReportAsync(string domain, bool withMailExchangers, CancellationToken cancellationToken)
    {
        await At("look", domain);
        cancellationToken.ThrowIfCancellationRequested();
        if (withMailExchangers)
            Interlocked.Increment(ref LooksAtExchangers);
        var body = Files.GetValueOrDefault(domain);
        var report = Reports.Of(MtaStsPolicy.TryParse(body, out var policy) ? policy : null, [new MxReport { Host = "mail.example.com", Outcome = withMailExchangers ? SenderOutcome.Deliver : SenderOutcome.Unknown }]);
        return report with
        {
            Domain = domain,
            Record = RecordOf(domain),
            Observation = report.Observation with
            {
                Domain = domain,
                PolicyHost = report.Observation.PolicyHost with
                {
                    Host = "mta-sts." + domain,
                    Fetches = [new PolicyFetch { Address = "192.0.2.1", Outcome = PolicyFetchOutcome.Answered, StatusCode = body is null ? 404 : 200, ContentType = "text/plain", Body = Convert.ToBase64String(Encoding.UTF8.GetBytes(body ?? "")) }],
                },
            },
        };
    }

    async Task<string> IDnsRecordProvider.FindZoneAsync(string recordName, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref Questions);
        await At("find zone", recordName);
        return string.Join('.', recordName.Split('.')[^2..]);
    }

    async Task<TxtRecordSet> IDnsRecordProvider.ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref Questions);
        await At("read record", recordName);
        return Set(recordName);
    }

    async Task IDnsRecordProvider.ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        await At("before the record changes", change.RecordName);
        lock (_gate)
        {
            if (!Set(change.RecordName).Values.ToHashSet().SetEquals(change.Expected))
                throw new DnsProviderException(ProviderErrorKind.Conflict, $"{change.RecordName} has changed.", "Plan again.");
            Texts[change.RecordName] = [.. change.Result.Select(value => value.Text)];
            Writes.Enqueue(change.RecordName);
            DemandTheLaw(change);
        }

        await At("after the record has changed", change.RecordName);
    }

    async Task<IReadOnlyList<ZoneNameServer>> IDnsRecordProvider.GetNameServersAsync(string zone, CancellationToken cancellationToken)
    {
        await At("list name servers", zone);
        return [];
    }

    string? IPolicyHost.GetTarget(string domain) => null;

    async Task<StoredPolicy> IPolicyHost.ReadAsync(string domain, CancellationToken cancellationToken)
    {
        await At("read file", domain);
        return Stored(domain);
    }

    async Task IPolicyHost.ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken)
    {
        await At("before the file changes", change.Domain);
        lock (_gate)
        {
            if (!Stored(change.Domain).Holds(change.Expected.Body))
                throw new PolicyHostException(ProviderErrorKind.Conflict, $"{change.Domain} has changed.", "Plan again.");
            if (change.Body is { } body)
                Files[change.Domain] = Encoding.UTF8.GetString(body.Span);
            else
                Files.TryRemove(change.Domain, out _);
            Writes.Enqueue(change.Domain);
        }

        await At("after the file has changed", change.Domain);
    }

    /// <summary>No record is written that announces another policy than the one that is served (RFC 8461 §8.1).</summary>
    private void DemandTheLaw(RecordChange change)
    {
        if (!change.RecordName.StartsWith("_mta-sts.", StringComparison.Ordinal) || change.Add.Count == 0)
            return;
        var domain = change.RecordName["_mta-sts.".Length..];
        Xunit.Assert.True(Files.TryGetValue(domain, out var file) && PolicyId.Announces(RecordOf(domain)!.Id, MtaStsPolicy.Parse(file)) == true, $"{domain} announces what is not served.");
    }

    private TxtRecordSet Set(string name)
    {
        var texts = Texts.GetValueOrDefault(name) ?? [];
        return new TxtRecordSet { RecordName = name, Values = [.. texts.Select(TxtValue.FromText)], Ttl = texts.Length == 0 ? null : TimeSpan.FromHours(1) };
    }

    private StoredPolicy Stored(string domain) =>
        new() { Domain = domain, Location = "/" + domain, Body = Files.TryGetValue(domain, out var file) ? Encoding.UTF8.GetBytes(file) : default(ReadOnlyMemory<byte>?) };
}
