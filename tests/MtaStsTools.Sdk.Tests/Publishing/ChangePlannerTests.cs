using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Planning;
using Xunit;
using static MtaStsTools.Sdk.Tests.Publishing.PublishingLab;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class ChangePlannerTests
{
    private const string Owner = "_mta-sts.example.com";
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly ChangePlace Place = new() { Domain = "example.com", Zone = "example.com", Provider = "a test" };
    private static readonly string Announcing = $"v=STSv1; id={PolicyId.Derive(Policy, Now.AddDays(-1))};";

    [Fact]
    public void A_plan_prints_as_a_diff_under_its_reason()
    {
        var plan = Plan(new() { Domain = "example.com", Id = "2" }, "v=spf1 -all", "v=STSv1; id=1;");
        Assert.Equal(
            """
            _mta-sts.example.com in the zone example.com, a test: The id '1' becomes '2'.
              _mta-sts.example.com. 300 IN TXT "v=spf1 -all"
            - _mta-sts.example.com. 300 IN TXT "v=STSv1; id=1;"
            + _mta-sts.example.com. 300 IN TXT "v=STSv1; id=2;"
            """,
            plan.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_terminal_escape_in_a_foreign_value_is_not_printed() =>
        Assert.DoesNotContain('\u001B', Plan(new() { Domain = "example.com", Id = "2" }, "\u001B[2J").ToString());

    [Fact]
    public void An_empty_name_gets_one_record_with_the_default_time_to_live()
    {
        var plan = Plan(new() { Domain = "example.com", Policy = Policy });
        Assert.Equal(("+", Hour), (Signs(plan), plan.Change.Ttl));
        Assert.StartsWith("20260131T120000Z", plan.After!.Id, StringComparison.Ordinal);
        Assert.Null(plan.Before);
    }

    [Fact]
    public void The_announced_policy_again_is_an_empty_plan()
    {
        var plan = Plan(new() { Domain = "example.com", Policy = Policy }, "x", Announcing);
        Assert.True(plan.IsEmpty);
        Assert.Equal(plan.Before, plan.After);
        Assert.Equal("The record already announces this policy.", plan.Reason);
    }

    [Fact]
    public void Another_policy_gets_another_id()
    {
        var plan = Plan(new() { Domain = "example.com", Policy = OtherPolicy }, Announcing);
        Assert.Equal("-+", Signs(plan));
        Assert.True(PolicyId.Announces(plan.After!.Id, OtherPolicy));
        Assert.Equal("The policy has changed.", plan.Reason);
    }

    [Fact]
    public void A_record_that_only_some_senders_count_is_replaced_by_one_that_all_do()
    {
        var plan = Plan(new() { Domain = "example.com", Policy = Policy }, Announcing.Replace(";", " ;", StringComparison.Ordinal));
        Assert.Equal(("-+", Announcing), (Signs(plan), Assert.Single(plan.Change.Add).Text));
        Assert.Contains("white space", plan.Reason, StringComparison.Ordinal);
        Assert.Equal(" -", Signs(Plan(new() { Domain = "example.com", Policy = Policy }, Announcing, "v=STSv1 ; id=1;")));
    }

    [Fact]
    public void An_id_set_by_hand_does_not_say_what_it_announces_and_is_replaced()
    {
        var plan = Plan(new() { Domain = "example.com", Policy = Policy }, "v=STSv1; id=20260101;");
        Assert.Equal("-+", Signs(plan));
        Assert.Contains("does not say which policy", plan.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v=STSv1; id=7;")]
    [InlineData("v=STSv1;id=7")]
    public void A_given_id_that_is_there_leaves_the_record_as_it_is_written(string text) =>
        Assert.True(Plan(new() { Domain = "example.com", Id = "7" }, text).IsEmpty);

    [Fact]
    public void Fields_that_we_do_not_know_stay_in_the_record() =>
        Assert.Equal("v=STSv1; id=8; note=kept;", Plan(new() { Domain = "example.com", Id = "8" }, "v=STSv1; id=7; note=kept;").Change.Add[0].Text);

    [Fact]
    public void A_malformed_record_of_ours_is_replaced()
    {
        var plan = Plan(new() { Domain = "example.com", Id = "8" }, "v=STSv1; id=not an id;");
        Assert.Equal("-+", Signs(plan));
        Assert.Null(plan.Before);
    }

    [Theory]
    [InlineData("v=STSv1")]
    [InlineData("V=STSv1; id=1")]
    [InlineData("\"v=STSv1; id=1\"")]
    public void A_value_that_senders_discard_is_not_ours(string text) =>
        Assert.Equal(" +", Signs(Plan(new() { Domain = "example.com", Id = "8" }, text)));

    [Fact]
    public void Of_several_records_the_matching_one_stays()
    {
        var plan = Plan(new() { Domain = "example.com", Policy = Policy }, "v=STSv1; id=1;", Announcing);
        Assert.Equal("- ", Signs(plan));
        Assert.Equal("Of 2 records one remains.", plan.Reason);
    }

    [Fact]
    public void A_time_to_live_is_kept_unless_one_is_asked_for()
    {
        Assert.Equal(TimeSpan.FromMinutes(5), Plan(new() { Domain = "example.com", Id = "2" }, "v=STSv1; id=1;").Change.Ttl);
        var plan = Plan(new() { Domain = "example.com", Id = "1", Ttl = TimeSpan.FromMinutes(10) }, "v=STSv1; id=1;");
        Assert.Equal(("-+", 5d, 10d), (Signs(plan), plan.Change.ExpectedTtl!.Value.TotalMinutes, plan.Change.Ttl.TotalMinutes));
        Assert.Equal("The time to live changes.", plan.Reason);
        Assert.True(Plan(new() { Domain = "example.com", Id = "1", Ttl = TimeSpan.FromMinutes(5) }, "v=STSv1; id=1;").IsEmpty);
    }

    [Fact]
    public void An_id_that_is_known_to_announce_another_policy_is_a_warning()
    {
        var id = PolicyId.Derive(Policy, Now);
        var text = $"v=STSv1; id={id};";
        Assert.Equal(PublishingRules.IdUnchanged.Id, Assert.Single(Plan(new() { Domain = "example.com", Id = id, Policy = OtherPolicy }, text).Findings).Id);
        Assert.Empty(Plan(new() { Domain = "example.com", Id = id, Policy = Policy }, text).Findings);
        Assert.Empty(Plan(new() { Domain = "example.com", Id = "1", Policy = Policy }, "v=STSv1; id=1;").Findings);
    }

    [Fact]
    public void An_alias_is_refused_for_publishing_and_removal()
    {
        var observed = new TxtRecordSet { RecordName = Owner, Alias = "elsewhere.example" };
        foreach (var plan in new[] { ChangePlanner.Publish(Place, new() { Domain = "example.com", Id = "1" }, observed, Hour, Now), ChangePlanner.Remove(Place, observed) })
        {
            Assert.True(new ChangePlan { Steps = [plan] }.IsRefused);
            Assert.True(plan.IsEmpty);
        }
    }

    [Fact]
    public void Removal_takes_every_record_of_ours_and_nothing_else()
    {
        var plan = ChangePlanner.Remove(Place, Observed("x", "v=STSv1; id=1;", "v=STSv1; broken"));
        Assert.Equal(" --", Signs(plan));
        Assert.Null(plan.After);
        Assert.True(ChangePlanner.Remove(Place, Observed("x")).IsEmpty);
    }

    private static RecordChangeStep Plan(PublishRequest request, params string[] texts) => ChangePlanner.Publish(Place, request, Observed(texts), Hour, Now);

    private static TxtRecordSet Observed(params string[] texts) => new()
    {
        RecordName = Owner,
        Values = [.. texts.Select(TxtValue.FromText)],
        Ttl = texts.Length == 0 ? null : TimeSpan.FromMinutes(5),
    };

    /// <summary>The first character of each line of the diff.</summary>
    private static string Signs(RecordChangeStep step) => string.Concat(step.Change.ToString().Split('\n').Select(line => line[0]));
}
