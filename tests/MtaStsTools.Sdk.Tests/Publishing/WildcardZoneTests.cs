using MtaStsTools.Lab;
using MtaStsTools.Lab.Dns;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Sdk.Tests.Lab;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

/// <summary>Zones where a wildcard answers for names that do not exist (RFC 4592): what it makes up is nothing that a change could expect.</summary>
public sealed class WildcardZoneTests(LabFixture fixture) : IClassFixture<LabFixture>
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly MtaStsLab _lab = fixture.Lab;

    public static TheoryData<string, LabRecord> Wildcards => new()
    {
        { "txt", LabRecord.Txt("*", "v=spf1 -all") },
        { "ours", LabRecord.Txt("*", "v=STSv1; id=1;") },
        { "alias", LabRecord.Cname("*", "www.provider.test.") },
    };

    [Theory]
    [MemberData(nameof(Wildcards))]
    public async Task A_record_is_published_below_a_wildcard_and_removed_again(string name, LabRecord wildcard)
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add(name, wildcard);
        var publisher = _lab.Publisher(key);

        var plan = await publisher.PlanAsync(new PublishRequest { Domain = domain, Id = "2" }, cancellationToken: Stop);
        Assert.False(plan.IsRefused);
        Assert.Empty(plan.Only().Change.Expected);
        var result = await publisher.ApplyAsync(plan, cancellationToken: Stop);

        Assert.True(result.AllAgree);
        Assert.Equal(["v=STSv1; id=2;"], _lab.Txt(domain, "_mta-sts"));

        var removal = await publisher.PlanRemovalAsync(new RemovalRequest { Domain = domain }, cancellationToken: Stop);
        Assert.Equal("v=STSv1; id=2;", Assert.Single(removal.Only().Change.Remove).Text);
        var removed = (await publisher.ApplyAsync(removal, cancellationToken: Stop)).Only();
        Assert.Empty(_lab.Txt(domain, "_mta-sts"));
        Assert.True(removed.AllAgree);
        Assert.Equal(name == "ours", removed.Findings.Any(finding => finding.IsOf(PublishingRules.WildcardAnswers)));
    }

    [Fact]
    public async Task What_a_wildcard_answers_after_a_removal_is_told_as_such_and_not_as_a_server_behind()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("left", LabRecord.Txt("*", "v=STSv1; id=1;"), LabRecord.Txt("_mta-sts", "v=STSv1; id=2;"));
        var publisher = _lab.Publisher(key);

        var result = (await publisher.ApplyAsync(await publisher.PlanRemovalAsync(new RemovalRequest { Domain = domain }, cancellationToken: Stop), cancellationToken: Stop)).Only();

        Assert.Contains(
            $"The record at _mta-sts.{domain} is removed, but a wildcard of the zone now makes up an MTA-STS record for that name: v=STSv1; id=1;",
            result.Findings.Select(finding => finding.Message),
            StringComparer.Ordinal);
        Assert.DoesNotContain(result.Findings, finding => finding.IsOf(PublishingRules.ServerBehind));
        Assert.Contains("a wildcard answers", $"{Assert.Single(result.Servers)}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_that_exist_beside_a_wildcard_are_seen()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("existing", LabRecord.Txt("*", "v=spf1 -all"), LabRecord.Txt("_mta-sts", "v=spf1 -all"));
        var set = await new DynamicUpdateProvider(_lab.Options(key)).ReadTxtAsync(domain, $"_mta-sts.{domain}", Stop);
        Assert.Equal("v=spf1 -all", Assert.Single(set.Values).Text);
    }

    [Fact]
    public async Task An_alias_that_exists_beside_a_wildcard_alias_is_seen()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("existing-alias", LabRecord.Cname("*", "www.provider.test."), LabRecord.Cname("_mta-sts", "www.provider.test."));
        var set = await new DynamicUpdateProvider(_lab.Options(key)).ReadTxtAsync(domain, $"_mta-sts.{domain}", Stop);
        Assert.Equal("www.provider.test", set.Alias);
    }

    [Fact]
    public async Task A_wildcard_of_the_names_own_hides_nothing_of_the_name()
    {
        using var key = _lab.UpdateKey.ToKey();
        var domain = Add("own", LabRecord.Txt("*._mta-sts", "other"), LabRecord.Txt("_mta-sts", "v=STSv1; id=1;"));
        var set = await new DynamicUpdateProvider(_lab.Options(key)).ReadTxtAsync(domain, $"_mta-sts.{domain}", Stop);
        Assert.Equal("v=STSv1; id=1;", Assert.Single(set.Values).Text);
    }

    private string Add(string name, params LabRecord[] records) =>
        _lab.Add(new LabScenario($"wildcard-{name}", $"wildcard-{name}.test", "A zone with a wildcard.") { Records = records }).Domain;
}
