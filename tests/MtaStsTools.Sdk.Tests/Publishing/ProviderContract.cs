using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>What <see cref="IDnsRecordProvider"/> demands of every provider. A test class for a provider derives from this one and says how to make it.</summary>
public abstract class ProviderContract
{
    private const string Ours = "v=STSv1; id=1;";
    private const string New = "v=STSv1; id=2;";
    private const string Foreign = "v=spf1 -all";

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A provider whose zone has these values at <see cref="ProviderUnderTest.RecordName"/>.</summary>
    protected abstract Task<ProviderUnderTest> CreateAsync(params string[] texts);

    [Fact]
    public async Task It_says_what_it_is() => Assert.NotEmpty((await CreateAsync()).Provider.Description);

    [Fact]
    public async Task The_zone_of_a_name_is_found()
    {
        var test = await CreateAsync();
        Assert.Equal(test.Zone, await test.Provider.FindZoneAsync(test.RecordName, Stop), ignoreCase: true);
        Assert.Equal(test.Zone, await test.Provider.FindZoneAsync("_mta-sts.no.such.name." + test.Zone, Stop), ignoreCase: true);
    }

    [Fact]
    public async Task A_name_in_no_zone_is_not_found()
    {
        var test = await CreateAsync();
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => test.Provider.FindZoneAsync("_mta-sts.elsewhere.invalid", Stop));
        Assert.Contains(error.Kind, new[] { ProviderErrorKind.NotFound, ProviderErrorKind.Forbidden });
        Assert.False(error.MayHaveChanged);
        Assert.NotEmpty(error.Remedy);
    }

    [Fact]
    public async Task Values_are_read_octet_for_octet_with_their_time_to_live()
    {
        string[] texts = [Ours, "\u00FF\u0000\u001B\"\\007 ", "", new('x', 300)];
        var set = await ReadAsync(await CreateAsync(texts));

        Assert.Equal(texts.Order(StringComparer.Ordinal), set.Values.Select(value => value.Text).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.True(set.Ttl > TimeSpan.Zero);
        Assert.Null(set.Alias);
    }

    [Fact]
    public async Task A_name_without_records_is_empty_and_no_error()
    {
        var set = await ReadAsync(await CreateAsync());
        Assert.Empty(set.Values);
        Assert.Equal((null, null), (set.Ttl, set.Alias));
    }

    [Fact]
    public async Task An_alias_is_told_and_has_no_values()
    {
        var test = await CreateAsync();
        await test.WriteAliasAsync("_mta-sts.provider.test");
        var set = await ReadAsync(test);
        Assert.Equal("_mta-sts.provider.test", set.Alias, ignoreCase: true);
        Assert.Empty(set.Values);
    }

    [Fact]
    public async Task A_change_removes_these_adds_those_and_keeps_the_others()
    {
        var test = await CreateAsync(Foreign, Ours, "other");
        var set = await ReadAsync(test);

        await test.Provider.ApplyAsync(Change(test, set, remove: [Ours], add: [New]), Stop);

        Assert.Equal(["other", New, Foreign], (await test.ReadAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(Change(test, set, [Ours], [New]).Result.Select(value => value.Text).Order(StringComparer.Ordinal), (await test.ReadAsync()).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_first_record_is_added_and_the_last_removed()
    {
        var test = await CreateAsync();
        await test.Provider.ApplyAsync(Change(test, await ReadAsync(test), remove: [], add: [Ours]), Stop);
        Assert.Equal([Ours], await test.ReadAsync());

        await test.Provider.ApplyAsync(Change(test, await ReadAsync(test), remove: [Ours], add: []), Stop);
        Assert.Empty(await test.ReadAsync());
    }

    [Fact]
    public async Task A_value_that_is_removed_and_added_gets_the_new_time_to_live()
    {
        var test = await CreateAsync(Ours);
        await test.Provider.ApplyAsync(Change(test, await ReadAsync(test), remove: [Ours], add: [Ours]) with { Ttl = TimeSpan.FromSeconds(777) }, Stop);
        Assert.Equal(TimeSpan.FromSeconds(777), (await ReadAsync(test)).Ttl);
        Assert.Equal([Ours], await test.ReadAsync());
    }

    [Fact]
    public async Task The_order_of_the_expected_values_makes_no_difference()
    {
        var test = await CreateAsync(Foreign, Ours);
        var change = Change(test, await ReadAsync(test), remove: [Ours], add: [New]);
        await test.Provider.ApplyAsync(change with { Expected = [.. change.Expected.Reverse()] }, Stop);
        Assert.Equal([New, Foreign], (await test.ReadAsync()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(new[] { Ours }, new[] { "v=STSv1; id=theirs;" })]
    [InlineData(new[] { Ours }, new[] { Ours, "news" })]
    [InlineData(new[] { Ours, Foreign }, new[] { Ours })]
    [InlineData(new[] { Ours }, new string[0])]
    [InlineData(new string[0], new[] { "v=STSv1; id=theirs;" })]
    public async Task A_change_by_somebody_else_since_reading_is_a_conflict_and_stays(string[] before, string[] meanwhile)
    {
        var test = await CreateAsync(before);
        var change = Change(test, await ReadAsync(test), remove: [.. before.Where(text => text == Ours)], add: [New]);
        await test.WriteAsync(meanwhile);

        await ConflictAsync(test, change);

        Assert.Equal(meanwhile.Order(StringComparer.Ordinal), (await test.ReadAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_alias_that_appears_since_reading_is_a_conflict_and_never_a_silent_nothing()
    {
        var test = await CreateAsync();
        var change = Change(test, await ReadAsync(test), remove: [], add: [New]);
        await test.WriteAliasAsync("_mta-sts.provider.test");

        await ConflictAsync(test, change);
    }

    [Fact]
    public async Task A_change_made_twice_is_a_conflict_the_second_time()
    {
        var test = await CreateAsync(Ours);
        var change = Change(test, await ReadAsync(test), remove: [Ours], add: [New]);
        await test.Provider.ApplyAsync(change, Stop);

        await ConflictAsync(test, change);

        Assert.Equal([New], await test.ReadAsync());
    }

    [Fact]
    public async Task Who_cancels_before_gets_a_cancellation_and_no_change()
    {
        var test = await CreateAsync(Ours);
        var change = Change(test, await ReadAsync(test), remove: [Ours], add: [New]);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Provider.FindZoneAsync(test.RecordName, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Provider.ReadTxtAsync(test.Zone, test.RecordName, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Provider.ApplyAsync(change, cancelled.Token));

        Assert.Equal([Ours], await test.ReadAsync());
    }

    [Fact]
    public async Task The_authoritative_servers_have_names_without_a_final_dot()
    {
        var test = await CreateAsync();
        Assert.All(await test.Provider.GetNameServersAsync(test.Zone, Stop), server => Assert.True(server.Name.Length > 0 && !server.Name.EndsWith('.')));
    }

    private static Task<TxtRecordSet> ReadAsync(ProviderUnderTest test) => test.Provider.ReadTxtAsync(test.Zone, test.RecordName, Stop);

    private static RecordChange Change(ProviderUnderTest test, TxtRecordSet set, string[] remove, string[] add) => new()
    {
        Zone = test.Zone,
        RecordName = test.RecordName,
        Expected = set.Values,
        ExpectedTtl = set.Ttl,
        Remove = [.. remove.Select(TxtValue.FromText)],
        Add = [.. add.Select(TxtValue.FromText)],
        Ttl = set.Ttl ?? TimeSpan.FromMinutes(5),
    };

    private static async Task ConflictAsync(ProviderUnderTest test, RecordChange change)
    {
        var error = test.Provider.Capabilities.IsGuarded
            ? await Assert.ThrowsAsync<DnsProviderException>(() => test.Provider.ApplyAsync(change, Stop))
            : (await Assert.ThrowsAsync<ChangeFailedException>(() => PublishAsync(test, change))).Cause;
        Assert.Equal((ProviderErrorKind.Conflict, false), (error.Kind, error.MayHaveChanged));
        Assert.NotEmpty(error.Remedy);
    }

    /// <summary>What a provider does not promise, the publisher sees to by reading once more.</summary>
    private static Task PublishAsync(ProviderUnderTest test, RecordChange change)
    {
        var step = new RecordChangeStep { Domain = test.Zone, Provider = test.Provider.Description, Reason = "For a test.", Change = change };
        return new MtaStsRecordPublisher(test.Provider).ApplyAsync(new ChangePlan { Steps = [step] }, cancellationToken: Stop);
    }
}
