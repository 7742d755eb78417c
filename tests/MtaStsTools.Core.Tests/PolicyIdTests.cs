using System.Globalization;

namespace MtaStsTools.Core.Tests;

public sealed class PolicyIdTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 13, 0, 0, TimeSpan.FromHours(1));

    private static readonly MtaStsPolicy Policy = MtaStsPolicy.Parse("version: STSv1\nmode: testing\nmx: mx.example.com\nmax_age: 86400\n");
    private static readonly MtaStsPolicy OtherPolicy = Policy with { Mode = MtaStsMode.Enforce };

    [Fact]
    public void A_policy_that_means_the_same_keeps_its_id()
    {
        var policy = Policy with { Mx = ["a.example.com", "*.b.example.com"], Extensions = [new("x", "1"), new("y", "2")] };
        var id = PolicyId.Derive(policy, DateTimeOffset.UnixEpoch);

        Assert.True(PolicyId.Announces(id, policy with { Mx = ["*.b.example.com", "a.example.com"] }));
        Assert.True(PolicyId.Announces(id, policy with { Mx = ["A.Example.COM", "*.B.example.com"] }));
        Assert.True(PolicyId.Announces(id, policy with { Mx = ["a.example.com", "*.b.example.com", "A.example.com"] }));
        Assert.True(PolicyId.Announces(id, policy with { Extensions = [new("y", "2"), new("x", "1")] }));

        Assert.False(PolicyId.Announces(id, policy with { Mx = ["a.example.com"] }));
        Assert.False(PolicyId.Announces(id, policy with { Extensions = [new("x", "2"), new("y", "1")] }));
        Assert.False(PolicyId.Announces(id, policy with { Mode = MtaStsMode.Enforce }));
        Assert.False(PolicyId.Announces(id, policy with { MaxAge = policy.MaxAge + TimeSpan.FromSeconds(1) }));
    }

    [Fact]
    public void An_id_is_the_utc_time_and_a_fingerprint_in_32_letters_and_digits()
    {
        var id = PolicyId.Derive(Policy, Now);
        Assert.Matches("^20260131T120000Z[a-z2-7]{16}$", id);
        Assert.True(MtaStsRecord.TryParse($"v=STSv1; id={id};", out _, out _));
    }

    [Fact]
    public void The_fingerprint_is_the_first_eighty_bits_of_the_sha256_of_the_canonical_text_in_base32()
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Policy.ToString()));
        var bits = string.Concat(hash.Take(10).Select(octet => octet.ToString("B8", CultureInfo.InvariantCulture)));
        var expected = string.Concat(Enumerable.Range(0, 16).Select(i => "abcdefghijklmnopqrstuvwxyz234567"[Convert.ToInt32(bits.Substring(i * 5, 5), 2)]));
        Assert.Equal(expected, PolicyId.Derive(Policy, Now)[16..]);
    }

    [Fact]
    public void A_changed_policy_has_another_id_even_within_a_second() =>
        Assert.NotEqual(PolicyId.Derive(Policy, Now), PolicyId.Derive(OtherPolicy, Now), StringComparer.Ordinal);

    [Fact]
    public void An_id_tells_whether_it_announces_a_policy()
    {
        var id = PolicyId.Derive(Policy, Now);
        Assert.True(PolicyId.Announces(id, Policy));
        Assert.False(PolicyId.Announces(id, OtherPolicy));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("20260131120000Z")]
    [InlineData("20260131T120000Zabcdefghijklmno")]
    [InlineData("20260131T120000ZABCDEFGHIJKLMNOP")]
    [InlineData("20260131T120000Zabcdefghijklmno1")]
    [InlineData("20261331T120000Zabcdefghijklmnop")]
    public void An_id_from_elsewhere_does_not_say(string id) => Assert.Null(PolicyId.Announces(id, Policy));

    [Fact]
    public void Without_a_policy_an_id_is_the_time_and_never_the_one_before()
    {
        Assert.Equal("20260131T120000Z", PolicyId.Derive(Now, previous: null));
        Assert.Equal("20260131T120000Z", PolicyId.Derive(Now, "20260131T115959Z"));
        Assert.Equal("20260131T120001Z", PolicyId.Derive(Now, "20260131T120000Z"));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz234567", true)]
    [InlineData("abcdefghijklmnopqrstuvwxyz2345678", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("2026-01-31", false)]
    [InlineData("\u00E9", false)]
    [InlineData("\u0661", false)]
    [InlineData("1; a=b", false)]
    public void An_id_is_1_to_32_ascii_letters_or_digits(string? id, bool isValid) => Assert.Equal(isValid, PolicyId.IsValid(id));
}
