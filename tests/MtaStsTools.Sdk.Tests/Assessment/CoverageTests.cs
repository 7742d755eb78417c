using MtaStsTools.Assessment;
using MtaStsTools.Assessment.Policies;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Assessment;

public sealed class CoverageTests
{
    private static readonly MxPattern[] Patterns =
        ["a.example.net", "*.example.net", "A.EXAMPLE.NET", "b.example.net", "*.b.example.net", "localhost", "*.test"];

    public static TheoryData<string> Hosts =>
        ["a.example.net", "A.Example.NET.", "c.example.net", "b.example.net", "x.b.example.net", "x.y.b.example.net", "example.net", "localhost", "a.test", "test", ".", "", "*.example.net", "a.example.net.."];

    [Theory, MemberData(nameof(Hosts))]
    public void The_first_pattern_that_matches_covers_the_host(string host) =>
        Assert.Equal(Array.Find(Patterns, pattern => pattern.Matches(host))?.Text, new Coverage(Patterns).Of(host)?.Text);

    [Fact]
    public void A_pattern_is_idle_where_it_matches_no_host()
    {
        string[] hosts = ["a.example.net", "x.b.example.net", "localhost"];

        Assert.Equal(Patterns.Where(pattern => !hosts.Any(pattern.Matches)).Select(pattern => pattern.Text), new Coverage(Patterns).Idle(hosts).Select(pattern => pattern.Text));
    }
}
