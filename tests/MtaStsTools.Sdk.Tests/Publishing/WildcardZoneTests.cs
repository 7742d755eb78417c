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
        await _lab.Publisher(key, _lab.ReadBack() with { ReadBackTimeLimit = TimeSpan.Zero }).ApplyAsync(removal, cancellationToken: Stop);
        Assert.Empty(_lab.Txt(domain, "_mta-sts"));
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
