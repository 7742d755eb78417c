using System.Text;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Hosts;

/// <summary>What <see cref="IPolicyHost"/> demands of every host. A test class for a host derives from this one and says how to make it.</summary>
public abstract class PolicyHostContract
{
    private const int Rounds = 20;

    protected const string Old = "version: STSv1\r\nmode: testing\r\nmx: mx1.example.com\r\nmax_age: 86400\r\n";
    protected const string New = "version: STSv1\r\nmode: enforce\r\nmx: *.example.com\r\nmax_age: 604800\r\n";
    protected const string Theirs = "version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n";

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A host that has this file for <see cref="HostUnderTest.Domain"/>; none where it is null.</summary>
    protected abstract Task<HostUnderTest> CreateAsync(string? body);

    /// <summary>Whether a change is refused when the file is no longer the one that was read, be it by the service or by the host, which looks right before.</summary>
    protected virtual bool RefusesWhatChanged(IPolicyHost host) => host.Capabilities.IsGuarded;

    [Fact]
    public async Task It_says_what_it_is() => Assert.NotEmpty((await CreateAsync(null)).Host.Description);

    [Fact]
    public async Task Where_there_is_no_file_there_is_no_body_and_no_error()
    {
        var stored = await StoredAsync(await CreateAsync(null));
        Assert.Null(stored.Body);
        Assert.NotEmpty(stored.Location);
    }

    [Theory]
    [InlineData(Old)]
    [InlineData("version: STSv1\nmode: none\nmax_age: 1\nnote: caf\u00E9 \u2028 $x ${y} `z` {{q}} \\n \"'<&>")]
    [InlineData("")]
    public async Task A_file_is_read_octet_for_octet(string body)
    {
        var test = await CreateAsync(body);
        var stored = await StoredAsync(test);
        Assert.Equal((test.Domain, body), (stored.Domain, Text(stored.Body)));
    }

    [Theory]
    [InlineData(null, New)]
    [InlineData(Old, New)]
    [InlineData(Old, null)]
    [InlineData(Old, "version: STSv1\nmode: none\nmax_age: 1\nnote: caf\u00E9 \u2028 $x ${y} `z` {{q}} \\n \"'<&>")]
    [InlineData(null, "x")]
    public async Task A_file_is_put_replaced_and_removed_octet_for_octet(string? before, string? after)
    {
        var test = await CreateAsync(before);
        await test.Host.ApplyAsync(await ChangeAsync(test, after), Stop);
        Assert.Equal(after, await ReadAsync(test));
        Assert.Equal(after, Text((await StoredAsync(test)).Body));
    }

    [Fact]
    public async Task A_file_that_was_removed_can_be_put_again()
    {
        var test = await CreateAsync(Old);
        await test.Host.ApplyAsync(await ChangeAsync(test, null), Stop);
        await test.Host.ApplyAsync(await ChangeAsync(test, New), Stop);
        Assert.Equal(New, await ReadAsync(test));
    }

    [Fact]
    public async Task A_change_of_nothing_changes_nothing()
    {
        var test = await CreateAsync(Old);
        await test.Host.ApplyAsync(await ChangeAsync(test, Old), Stop);
        Assert.Equal(Old, await ReadAsync(test));
    }

    [Fact]
    public async Task The_file_of_another_domain_stays_as_it_is()
    {
        var test = await CreateAsync(Old);
        if (test.OtherDomain is null)
        {
            // A host that keeps the policy of one domain does not give it out as that of another.
            await Assert.ThrowsAsync<PolicyHostException>(() => test.Host.ReadAsync("other.example", Stop));
            return;
        }

        await test.WriteAsync(test.OtherDomain!, Encoding.UTF8.GetBytes(Theirs));

        await test.Host.ApplyAsync(await ChangeAsync(test, New), Stop);
        Assert.Equal(Theirs, Text(await test.ReadAsync(test.OtherDomain!)));
        Assert.Equal(Theirs, Text((await test.Host.ReadAsync(test.OtherDomain!, Stop)).Body));

        await test.Host.ApplyAsync(await ChangeAsync(test, null), Stop);
        Assert.Equal(Theirs, Text(await test.ReadAsync(test.OtherDomain!)));
    }

    [Theory]
    [InlineData(Old, Theirs, New)]
    [InlineData(Old, null, New)]
    [InlineData(null, Theirs, New)]
    [InlineData(Old, Theirs, null)]
    public async Task A_change_by_somebody_else_since_reading_is_a_conflict_and_stays(string? before, string? meanwhile, string? wanted)
    {
        var test = await GuardedAsync(before);
        var change = await ChangeAsync(test, wanted);
        await test.WriteAsync(test.Domain, meanwhile is null ? null : Encoding.UTF8.GetBytes(meanwhile));

        await ConflictAsync(test, change);

        Assert.Equal(meanwhile, await ReadAsync(test));
    }

    [Fact]
    public async Task A_change_made_twice_is_a_conflict_the_second_time()
    {
        var test = await GuardedAsync(Old);
        var change = await ChangeAsync(test, New);
        await test.Host.ApplyAsync(change, Stop);

        await ConflictAsync(test, change);

        Assert.Equal(New, await ReadAsync(test));
    }

    [Fact]
    public async Task Of_two_that_change_the_same_file_at_once_one_wins_and_the_other_hears_of_it()
    {
        var test = await CreateAsync(null);

        // Where the service itself refuses nothing, whoever is late by moments wins, and no more is promised.
        if (!test.Host.Capabilities.IsGuarded)
            return;
        for (var round = 0; round < Rounds; round++)
        {
            var stored = await StoredAsync(test);
            string[] bodies = [$"one {round}", $"two {round}"];
            var outcomes = await Task.WhenAll(bodies.Select(body => Task.Run(async () =>
            {
                try
                {
                    await test.Host.ApplyAsync(new PolicyFileChange { Expected = stored, Body = Encoding.UTF8.GetBytes(body) }, Stop);
                    return body;
                }
                catch (PolicyHostException exception) when (exception.Kind == ProviderErrorKind.Conflict)
                {
                    return null;
                }
            })));

            Assert.Equal(await ReadAsync(test), Assert.Single(outcomes, outcome => outcome is not null));
        }
    }

    [Fact]
    public async Task Who_cancels_before_gets_a_cancellation_and_no_change()
    {
        var test = await CreateAsync(Old);
        var change = await ChangeAsync(test, New);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Host.ReadAsync(test.Domain, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Host.ApplyAsync(change, cancelled.Token));

        Assert.Equal(Old, await ReadAsync(test));
    }

    [Fact]
    public async Task Where_senders_shall_be_led_is_a_name_without_a_final_dot_or_not_known()
    {
        var test = await CreateAsync(null);
        Assert.True(test.Host.GetTarget(test.Domain) is not { } target || (DomainName.TryParse(target, out _) && !target.EndsWith('.')));
    }

    /// <summary>The change of what the host has now to this file.</summary>
    protected static async Task<PolicyFileChange> ChangeAsync(HostUnderTest test, string? body) =>
        new() { Expected = await StoredAsync(test), Body = body is null ? default(ReadOnlyMemory<byte>?) : Encoding.UTF8.GetBytes(body) };

    protected static Task<StoredPolicy> StoredAsync(HostUnderTest test) => test.Host.ReadAsync(test.Domain, Stop);

    protected static async Task<string?> ReadAsync(HostUnderTest test) => Text(await test.ReadAsync(test.Domain));

    private async Task<HostUnderTest> GuardedAsync(string? body)
    {
        var test = await CreateAsync(body);
        Assert.SkipUnless(RefusesWhatChanged(test.Host), "The host does not promise it; the publisher reads once more instead.");
        return test;
    }

    private static async Task ConflictAsync(HostUnderTest test, PolicyFileChange change)
    {
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => test.Host.ApplyAsync(change, Stop));
        Assert.Equal((ProviderErrorKind.Conflict, false), (error.Kind, error.MayHaveChanged));
        Assert.NotEmpty(error.Remedy);
    }

    private static string? Text(ReadOnlyMemory<byte>? body) => body is { } octets ? Encoding.UTF8.GetString(octets.Span) : null;

    private static string? Text(byte[]? body) => body is null ? null : Encoding.UTF8.GetString(body);
}
