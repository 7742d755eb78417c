using MtaStsTools.Publishing;
using DnsClient;
using DnsClient.Protocol;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>The publisher against BIND: what <c>named</c> takes, and what it says when it does not.</summary>
public sealed class DynamicUpdateTests
{
    private const string Domain = "example.test";
    private const string RecordName = $"_mta-sts.{Domain}";
    private const string Foreign = "site-verification=kept";
    private const string Records =
        $"""
        _mta-sts TXT "v=STSv1; id=before;"
        _mta-sts TXT "{Foreign}"
        """;

    private static readonly PublishRequest NewId = new() { Domain = Domain, Id = "after" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("hmac-sha1", TsigAlgorithm.HmacSha1)]
    [InlineData("hmac-sha256", TsigAlgorithm.HmacSha256)]
    [InlineData("hmac-sha384", TsigAlgorithm.HmacSha384)]
    [InlineData("hmac-sha512", TsigAlgorithm.HmacSha512)]
    public async Task A_signed_update_replaces_our_record_and_keeps_foreign_ones(string name, TsigAlgorithm algorithm)
    {
        var secret = TsigSecret.Create(name);
        await using var named = await StartAsync(secret);
        using var key = TsigKey.FromBase64(secret.Name, secret.Secret, algorithm);
        var publisher = Publisher(named, key);

        var result = (PublishResult)(await publisher.ApplyAsync(await publisher.PlanAsync(NewId, cancellationToken: Stop), cancellationToken: Stop)).Steps[0];

        Assert.True(result.Changed);
        Assert.True(result.AllAgree, string.Join('\n', result.Servers));
        Assert.Equal(ServerAgreement.Agrees, Assert.Single(result.Servers).Agreement);
        Assert.Equal([Foreign, "v=STSv1; id=after;"], await TextsAsync(named));
    }

    [Fact]
    public async Task Publishing_the_same_twice_leaves_the_serial_alone()
    {
        var secret = TsigSecret.Create("hmac-sha256");
        await using var named = await StartAsync(secret);
        using var key = TsigKey.FromBase64(secret.Name, secret.Secret);
        var publisher = Publisher(named, key);
        await publisher.ApplyAsync(await publisher.PlanAsync(NewId, cancellationToken: Stop), cancellationToken: Stop);
        var serial = await SerialAsync(named);

        var again = (PublishResult)(await publisher.ApplyAsync(await publisher.PlanAsync(NewId, cancellationToken: Stop), cancellationToken: Stop)).Steps[0];

        Assert.False(again.Changed);
        Assert.Equal(serial, await SerialAsync(named));
    }

    [Fact]
    public async Task A_removal_takes_our_record_and_no_other()
    {
        var secret = TsigSecret.Create("hmac-sha256");
        await using var named = await StartAsync(secret);
        using var key = TsigKey.FromBase64(secret.Name, secret.Secret);
        var publisher = Publisher(named, key);

        var plan = await publisher.PlanRemovalAsync(new RemovalRequest { Domain = Domain }, cancellationToken: Stop);
        var result = (PublishResult)(await publisher.ApplyAsync(plan, cancellationToken: Stop)).Steps[0];

        Assert.True(result.AllAgree, string.Join('\n', result.Servers));
        Assert.Equal([Foreign], await TextsAsync(named));
    }

    [Fact]
    public async Task A_change_made_after_the_plan_fails_it_and_survives()
    {
        var secret = TsigSecret.Create("hmac-sha256");
        await using var named = await StartAsync(secret);
        using var key = TsigKey.FromBase64(secret.Name, secret.Secret);
        var publisher = Publisher(named, key);
        var overtaken = await publisher.PlanAsync(NewId, cancellationToken: Stop);
        await publisher.ApplyAsync(await publisher.PlanAsync(NewId with { Id = "faster" }, cancellationToken: Stop), cancellationToken: Stop);

        var error = await FailAsync(() => publisher.ApplyAsync(overtaken, cancellationToken: Stop));

        Assert.Equal((ProviderErrorKind.Conflict, "NXRRSET"), (error.Kind, error.Detail));
        Assert.True(error.IsAuthenticated);
        Assert.Equal([Foreign, "v=STSv1; id=faster;"], await TextsAsync(named));
    }

    [Fact]
    public async Task A_record_created_after_the_plan_fails_it_and_survives()
    {
        var secret = TsigSecret.Create("hmac-sha256");
        await using var named = await StartAsync(secret, records: "");
        using var key = TsigKey.FromBase64(secret.Name, secret.Secret);
        var publisher = Publisher(named, key);
        var overtaken = await publisher.PlanAsync(NewId, cancellationToken: Stop);
        await publisher.ApplyAsync(await publisher.PlanAsync(NewId with { Id = "faster" }, cancellationToken: Stop), cancellationToken: Stop);

        var error = await FailAsync(() => publisher.ApplyAsync(overtaken, cancellationToken: Stop));

        Assert.Equal((ProviderErrorKind.Conflict, "YXRRSET"), (error.Kind, error.Detail));
        Assert.Equal(["v=STSv1; id=faster;"], await TextsAsync(named));
    }

    [Theory]
    [InlineData("* TXT \"v=spf1 -all\"")]
    [InlineData("* TXT \"v=STSv1; id=wildcard;\"")]
    [InlineData("* CNAME www.provider.test.")]
    public async Task A_record_is_published_below_a_wildcard_and_removed_again(string wildcard)
    {
        var secret = TsigSecret.Create("hmac-sha256");
        await using var named = await StartAsync(secret, records: wildcard);
        using var key = TsigKey.FromBase64(secret.Name, secret.Secret);
        var publisher = Publisher(named, key);

        var result = await publisher.ApplyAsync(await publisher.PlanAsync(NewId, cancellationToken: Stop), cancellationToken: Stop);
        Assert.True(result.Changed && result.AllAgree, result.ToString());
        Assert.Equal(["v=STSv1; id=after;"], await TextsAsync(named));

        var removal = await publisher.PlanRemovalAsync(new RemovalRequest { Domain = Domain }, cancellationToken: Stop);
        var once = new MtaStsRecordPublisher(new DynamicUpdateProvider(Options(named, key)), ReadBack(named) with { ReadBackTimeLimit = TimeSpan.Zero });
        await once.ApplyAsync(removal, cancellationToken: Stop);
        Assert.True((await publisher.PlanRemovalAsync(new RemovalRequest { Domain = Domain }, cancellationToken: Stop)).IsEmpty);
    }

    [Fact]
    public async Task A_key_that_the_server_does_not_have_is_BADKEY()
    {
        var secret = TsigSecret.Create("hmac-sha256");
        await using var named = await StartAsync(secret);
        using var key = TsigKey.FromBase64("stranger.key", secret.Secret);
        Assert.Equal("BADKEY", (await FailAsync(named, key)).Detail);
    }

    [Fact]
    public async Task A_wrong_secret_is_BADSIG()
    {
        var secret = TsigSecret.Create("hmac-sha256");
        await using var named = await StartAsync(secret);
        using var key = TsigKey.FromBase64(secret.Name, TsigSecret.Create("hmac-sha256").Secret);
        Assert.Equal("BADSIG", (await FailAsync(named, key)).Detail);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_clock_an_hour_off_is_BADTIME(int hours)
    {
        var secret = TsigSecret.Create("hmac-sha256");
        await using var named = await StartAsync(secret);
        using var key = TsigKey.FromBase64(secret.Name, secret.Secret);
        var error = await FailAsync(named, key, options => options with { TimeProvider = new ShiftedClock(TimeSpan.FromHours(hours)) });
        Assert.Equal((ProviderErrorKind.Unauthorized, "BADTIME"), (error.Kind, error.Detail));
    }

    [Fact]
    public async Task A_key_that_may_not_change_the_name_is_REFUSED()
    {
        var secret = TsigSecret.Create("hmac-sha256");
        await using var named = await StartAsync(secret, policy: $"grant {secret.Name} name elsewhere.{Domain}. TXT;");
        using var key = TsigKey.FromBase64(secret.Name, secret.Secret);
        var error = await FailAsync(named, key);
        Assert.Equal((ProviderErrorKind.Forbidden, "REFUSED"), (error.Kind, error.Detail));
        Assert.True(error.IsAuthenticated);
    }

    [Fact]
    public async Task An_unsigned_update_is_REFUSED()
    {
        await using var named = await StartAsync(TsigSecret.Create("hmac-sha256"));
        Assert.Equal("REFUSED", (await FailAsync(named, key: null)).Detail);
    }

    [Fact]
    public async Task An_update_of_a_zone_that_the_server_does_not_have_is_NOTAUTH()
    {
        var secret = TsigSecret.Create("hmac-sha256");
        await using var named = await StartAsync(secret);
        using var key = TsigKey.FromBase64(secret.Name, secret.Secret);
        var provider = new DynamicUpdateProvider(Options(named, key));
        var plan = await new MtaStsRecordPublisher(provider, ReadBack(named)).PlanAsync(NewId, cancellationToken: Stop);
        var misdirected = ((RecordChangeStep)plan.Steps[0]).Change with { Zone = "test" };

        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.ApplyAsync(misdirected, Stop));

        Assert.Equal((ProviderErrorKind.NotFound, "NOTAUTH"), (error.Kind, error.Detail));
        Assert.Equal([Foreign, "v=STSv1; id=before;"], await TextsAsync(named));
    }

    private static Task<Named> StartAsync(TsigSecret secret, string records = Records, string? policy = null) =>
        Named.StartAuthorityAsync(
            [new Zone(Domain, records) { UpdatePolicy = policy ?? $"grant {secret.Name} name {RecordName}. TXT;" }], [secret], Stop);

    private static DynamicUpdateOptions Options(Named named, TsigKey? key) =>
        new() { Server = named.EndPoint.Address.ToString(), Port = named.EndPoint.Port, Key = key };

    private static MtaStsRecordPublisherOptions ReadBack(Named named) => new()
    {
        AuthoritativePort = named.EndPoint.Port,
        AllowPrivateAddresses = true,
        DnsServers = [named.EndPoint],
        ReadBackInterval = TimeSpan.FromMilliseconds(50),
        ReadBackTimeLimit = TimeSpan.FromSeconds(20),
    };

    private static MtaStsRecordPublisher Publisher(Named named, TsigKey? key) =>
        new(new DynamicUpdateProvider(Options(named, key)), ReadBack(named));

    private static async Task<ProviderException> FailAsync(
        Named named, TsigKey? key, Func<DynamicUpdateOptions, DynamicUpdateOptions>? change = null)
    {
        var options = Options(named, key);
        var publisher = new MtaStsRecordPublisher(new DynamicUpdateProvider(change?.Invoke(options) ?? options), ReadBack(named));
        var error = await FailAsync(async () =>
            await publisher.ApplyAsync(await publisher.PlanAsync(NewId, cancellationToken: Stop), cancellationToken: Stop));
        Assert.Equal([Foreign, "v=STSv1; id=before;"], await TextsAsync(named));
        return error;
    }

    // A server that does not take the key fails while it is read; one that does not permit the change, when it is made.
    private static async Task<ProviderException> FailAsync(Func<Task> change) => await Assert.ThrowsAnyAsync<Exception>(change) switch
    {
        ChangeFailedException { Cause: var cause } => cause,
        var exception => Assert.IsType<DnsProviderException>(exception),
    };

    // Read by a client that is none of ours.
    private static async Task<IReadOnlyList<string>> TextsAsync(Named named)
    {
        var answer = await Client(named).QueryAsync(RecordName, QueryType.TXT, cancellationToken: Stop);
        return [.. answer.Answers.OfType<TxtRecord>().Select(record => string.Concat(record.Text)).Order(StringComparer.Ordinal)];
    }

    private static async Task<uint> SerialAsync(Named named)
    {
        var answer = await Client(named).QueryAsync(Domain, QueryType.SOA, cancellationToken: Stop);
        return Assert.Single(answer.Answers.OfType<SoaRecord>()).Serial;
    }

    private static LookupClient Client(Named named) => new(new LookupClientOptions(named.EndPoint) { UseCache = false });

    private sealed class ShiftedClock(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
    }
}
