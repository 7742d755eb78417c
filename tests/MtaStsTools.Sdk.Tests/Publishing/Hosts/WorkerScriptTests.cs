using MtaStsTools.Publishing.Hosts.CloudflareWorker;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Hosts;

public sealed class WorkerScriptTests
{
    private const string Host = "mta-sts.example.com";

    public static TheoryData<string> Bodies =>
    [
        "version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n",
        "",
        "*/ ]); fetch('https://evil.example'); /* end of policies */ // <!-- --> </script> ${x} ` ' \" \\ \u2028\u2029 caf\u00E9 \U0001F600",
        "/* policies */[]/* end of policies */",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void What_a_script_serves_can_be_read_from_it(string body)
    {
        var script = WorkerScript.Create(new Dictionary<string, string>(StringComparer.Ordinal) { [Host] = body, ["MTA-STS.example.org"] = "other" });
        var read = WorkerScript.TryRead(script)!;
        Assert.Equal([(Host, body), ("mta-sts.example.org", "other")], read.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Nothing_of_a_policy_is_code(string body)
    {
        var script = WorkerScript.Create(new Dictionary<string, string>(StringComparer.Ordinal) { [Host] = body });
        var empty = WorkerScript.Create(new Dictionary<string, string>(StringComparer.Ordinal));

        // Between the marks stands JSON that ends where it should, and outside of them what always does.
        var begin = script.IndexOf("/* policies */", StringComparison.Ordinal);
        var end = script.LastIndexOf("/* end of policies */", StringComparison.Ordinal);
        Assert.Equal(empty[..empty.IndexOf("/* policies */", StringComparison.Ordinal)], script[..begin]);
        Assert.Equal(empty[empty.LastIndexOf("/* end of policies */", StringComparison.Ordinal)..], script[end..]);
        Assert.All(script, character => Assert.True(character is '\n' or (>= ' ' and <= '~')));
        Assert.DoesNotContain("</script", script, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("export default {}")]
    [InlineData("/* policies */")]
    [InlineData("/* policies */{}/* end of policies */")]
    [InlineData("/* policies */[[1,2]]/* end of policies */")]
    [InlineData("/* policies */[[\"a\"]]/* end of policies */")]
    [InlineData("/* policies */[[null,\"a\"]]/* end of policies */")]
    [InlineData("/* policies */[\"a\"]/* end of policies */")]
    [InlineData("/* policies */[/* end of policies */")]
    public void A_script_that_is_none_of_ours_is_told_apart(string script) => Assert.Null(WorkerScript.TryRead(script));
}
