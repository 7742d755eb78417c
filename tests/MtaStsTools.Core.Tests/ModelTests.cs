using System.Text;

namespace MtaStsTools.Core.Tests;

public class ModelTests
{
    private static readonly MtaStsPolicy Policy = new() { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(7), Mx = ["mail.example.com", "*.example.net"] };

    [Fact]
    public void Policy_is_written_in_canonical_form() => Assert.Equal(
        "version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmx: *.example.net\r\nmax_age: 604800\r\nfoo: bar\r\n",
        (Policy with { Extensions = [new Extension("foo", "bar")] }).ToString());

    [Fact]
    public void Policies_are_equal_by_value_lists_included()
    {
        Assert.Equal(Policy, MtaStsPolicy.Parse(Policy.ToString()));
        Assert.Equal(Policy, Policy with { Mx = ["MAIL.example.com", "*.example.net"] });
        Assert.Equal(Policy.GetHashCode(), (Policy with { Mx = ["MAIL.example.com", "*.example.net"] }).GetHashCode());
        Assert.NotEqual(Policy, Policy with { Mx = ["*.example.net"] });
        Assert.NotEqual(Policy, Policy with { MaxAge = TimeSpan.FromDays(8) });
        Assert.NotEqual(Policy, Policy with { Extensions = [new Extension("a", "b")] });
    }

    [Fact]
    public void A_policy_does_not_change_with_the_list_that_it_was_given()
    {
        var hosts = new List<MxPattern> { "a.example" };
        var policy = Policy with { Mx = hosts };
        hosts.Clear();
        Assert.Single(policy.Mx);
        Assert.Throws<NotSupportedException>(() => ((IList<MxPattern>)policy.Mx)[0] = "b.example");
    }

    [Fact]
    public void Parse_throws_with_every_finding()
    {
        var exception = Assert.Throws<MtaStsFormatException>(() => MtaStsPolicy.Parse("version: STSv1\nmode: on\nmx: *\nmax_age: 604800\n"));
        Assert.Equal(["MTASTS1022", "MTASTS1041"], exception.Findings.Select(finding => finding.Id));
        Assert.Contains("MTASTS1022", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_usable_gives_no_policy()
    {
        Assert.False(MtaStsPolicy.TryParse("<html>", out var policy, out _));
        Assert.Null(policy);
        Assert.False(MtaStsPolicy.TryParse((string?)null, out policy, out _));
        Assert.Null(policy);
    }

    [Fact]
    public void A_bad_policy_still_gives_what_can_be_read_of_it()
    {
        Assert.False(MtaStsPolicy.TryParse("mode: testing\nmx: a.example\nmx: b_c.example\nmax_age: soon\n", out var policy, out _));
        Assert.Equal(MtaStsMode.Testing, policy!.Mode);
        Assert.Equal(["a.example"], policy.Mx);
        Assert.Equal(TimeSpan.Zero, policy.MaxAge);
    }

    [Theory]
    [InlineData(MtaStsMode.Enforce, 3600, "MTASTS3001")]
    [InlineData(MtaStsMode.Enforce, 0, "MTASTS3010")]
    [InlineData(MtaStsMode.None, 604800, "MTASTS3002")]
    [InlineData(MtaStsMode.Testing, -1, "MTASTS3003")]
    [InlineData(MtaStsMode.Testing, 31557601, "MTASTS3003")]
    public void Typed_lifetimes_are_assessed_in_the_words_of_the_API(MtaStsMode mode, int seconds, string id) =>
        Assert.Equal(id, Assert.Single((Policy with { Mode = mode, MaxAge = TimeSpan.FromSeconds(seconds) }).Validate()).Id);

    [Fact]
    public void Typed_values_that_no_text_can_say_are_found()
    {
        Assert.Equal("MTASTS3005", Assert.Single((Policy with { Mx = [] }).Validate()).Id);
        Assert.Equal("MTASTS1062", Assert.Single((Policy with { Extensions = [new Extension("a b", "c")] }).Validate()).Id);
        Assert.Equal("MTASTS1060", Assert.Single((Policy with { Extensions = [new Extension("mode", "none")] }).Validate()).Id);
        Assert.Equal("MTASTS2006", Assert.Single(new MtaStsRecord { Id = "a-b" }.Validate()).Id);
        Assert.Equal("MTASTS2107", Assert.Single(new TlsRptRecord { Rua = [] }.Validate()).Id);
        Assert.Empty(Policy.Validate());
    }

    [Fact]
    public void Thresholds_can_be_set()
    {
        var advice = new PolicyAdvice { MinimumEnforceMaxAge = TimeSpan.FromDays(30), MaximumNoneMaxAge = TimeSpan.FromDays(8) };
        Assert.Equal("MTASTS1034", Assert.Single(MtaStsPolicy.Validate(Policy.ToString().AsSpan(), advice)).Id);
        Assert.Empty(MtaStsPolicy.Validate((Policy with { Mode = MtaStsMode.None }).ToString().AsSpan(), advice));
        Assert.Equal("MTASTS3001", Assert.Single(Policy.Validate(advice)).Id);
    }

    [Fact]
    public void A_bad_pattern_is_refused_with_its_rule()
    {
        Assert.Equal("MTASTS1049", Assert.Single(Assert.Throws<MtaStsFormatException>(() => (MxPattern)"mail.example.com.").Findings).Id);
        Assert.False(MxPattern.TryParse("", out _, out var findings));
        Assert.Equal("MTASTS1056", Assert.Single(findings).Id);
        Assert.True(MxPattern.TryParse("localhost", out _, out findings));
        Assert.Equal("MTASTS1055", Assert.Single(findings).Id);
        Assert.True((MxPattern)"A.example" == "a.EXAMPLE");
    }

    [Fact]
    public void Octets_that_are_no_UTF8_are_found_where_they_stand()
    {
        byte[] body = [.. "version: STSv1\nmode: testing\nmx: a.example\nmax_age: 86400\nx: é"u8, 0xE9, (byte)'\n'];
        Assert.False(MtaStsPolicy.TryParse(body, out _, out var findings));
        var finding = Assert.Single(findings);
        Assert.Equal(("MTASTS1065", 62, 1), (finding.Id, finding.Offset, finding.Length));
        Assert.Contains("octet 63", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UTF16_is_read_on_after_its_error()
    {
        var body = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Policy.ToString())).ToArray();
        Assert.False(MtaStsPolicy.TryParse(body, out var policy, out var findings));
        Assert.Equal("MTASTS1065", Assert.Single(findings).Id);
        Assert.Equal(Policy, policy);
    }

    [Fact]
    public void Records_are_written_in_canonical_form()
    {
        Assert.Equal("v=STSv1; id=1; a=b;", new MtaStsRecord { Id = "1", Extensions = [new Extension("a", "b")] }.ToString());
        Assert.Equal("v=TLSRPTv1; rua=mailto:a@b.example,https://c.example/;", new TlsRptRecord { Rua = ["mailto:a@b.example", "https://c.example/"] }.ToString());
    }

    [Fact]
    public void A_good_text_is_assessed_without_an_allocation()
    {
        var text = Policy.ToString();
        MtaStsPolicy.Validate(text);
        MtaStsRecord.Validate("v=STSv1; id=1;");
        var before = GC.GetAllocatedBytesForCurrentThread();
        MtaStsPolicy.Validate(text);
        MtaStsRecord.Validate("v=STSv1; id=1;");
        Policy.Covers("mail.example.net");
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
