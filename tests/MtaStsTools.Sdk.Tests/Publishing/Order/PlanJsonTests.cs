using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using static MtaStsTools.Sdk.Tests.Publishing.Order.PublishingWorld;

namespace MtaStsTools.Sdk.Tests.Publishing.Order;

/// <summary>Plans as JSON: what is written is read back to the octet, and what no publisher plans is refused.</summary>
public sealed class PlanJsonTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly PublishingWorld _world = new();

    [Fact]
    public async Task A_plan_is_the_same_once_written_and_read_and_does_the_same()
    {
        _world.Store(Testing);
        _world.SetTexts(Foreign, "v=STSv1; id=1;", "caf\u00E9 " + new string('x', 300), "base64:not", "");
        _world.Lagging["192.0.2.9"] = null;
        var plan = await PlanAsync();
        var json = ChangePlanJson.Serialize(plan);
        var read = ChangePlanJson.Deserialize(json);

        Assert.Equal(json, ChangePlanJson.Serialize(read));
        Assert.Equal(plan.ToString(), read.ToString());
        Assert.Equal(plan.PlannedAt, read.PlannedAt);
        Assert.Equal(plan.Basis[0].MailExchangers, read.Basis[0].MailExchangers);
        var (before, after) = ((RecordChangeStep)plan.Steps[2], (RecordChangeStep)read.Steps[2]);
        Assert.Equal(before.Change.Expected, after.Change.Expected);
        Assert.Equal((before.Before, before.After), (after.Before, after.After));
        Assert.All(plan.Steps.Zip(read.Steps), pair => Assert.Equal(
            (pair.First.Domain, pair.First.Provider, pair.First.Reason, pair.First.IsEmpty, pair.First.Precondition, pair.First.Action, pair.First.Verification),
            (pair.Second.Domain, pair.Second.Provider, pair.Second.Reason, pair.Second.IsEmpty, pair.Second.Precondition, pair.Second.Action, pair.Second.Verification)));

        Assert.Empty(await _world.Publisher().FindDifferencesAsync(read, cancellationToken: Stop));
        Assert.True((await _world.Publisher().ApplyAsync(read, cancellationToken: Stop)).AllAgree);
        Assert.Equal(5, _world.Texts.Count);
    }

    [Fact]
    public void Every_kind_of_step_has_a_form()
    {
        var plan = new ChangePlan
        {
            Steps =
            [
                new WaitStep { Domain = Domain, Until = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), Reason = "Senders may hold it.", Force = true },
                new TestDomainStep { Domain = Domain },
                new DelegationStep { Domain = "example.net", DelegateTo = Domain, Policy = Testing },
                new RecordChangeStep
                {
                    Domain = Domain, Provider = "zone", Reason = "new", Kind = RecordKind.TlsRpt, ReportingAfter = TlsRptRecord.Parse("v=TLSRPTv1; rua=mailto:a@example.com;"),
                    Change = new RecordChange { Zone = "example.com", RecordName = "_smtp._tls.example.com", Add = [TxtValue.FromText("v=TLSRPTv1; rua=mailto:a@example.com;")], Ttl = TimeSpan.FromHours(1) },
                    Findings = [PublishingRules.EnforceWithoutReports.On(Domain, Domain)],
                },
            ],
        };
        var read = ChangePlanJson.Deserialize(ChangePlanJson.Serialize(plan));
        Assert.Equal(plan.ToString(), read.ToString());
        Assert.True(read.IsRefused);
        Assert.Equal(PublishingRules.EnforceWithoutReports.Remedy, read.Findings[0].Remedy);
        Assert.Equal(((RecordChangeStep)plan.Steps[3]).ReportingAfter, ((RecordChangeStep)read.Steps[3]).ReportingAfter);
    }

    [Theory]
    [InlineData("$.schemaVersion", "2", "version 2")]
    [InlineData("$.steps[0].kind", "\"shell\"", "'shell' is no kind of step")]
    [InlineData("$.steps[0].domain", "\"Example.com\"", "no domain name")]
    [InlineData("$.steps[0].command", "\"rm\"", "$.steps[0].command")]
    [InlineData("$.steps[0].file.body", "\"hello\"", "no valid policy")]
    [InlineData("$.steps[0].file.body", "\"base64:?\"", "$.steps[0]")]
    [InlineData("$.steps[0].file", "null", "'file' is missing")]
    [InlineData("$.steps[1].policy", "\"version: STSv1\"", "The policy is none")]
    [InlineData("$.steps[2].change.recordName", "\"www.example.com\"", "_mta-sts.example.com and not at www.example.com")]
    [InlineData("$.steps[2].change.zone", "\"example.org\"", "not in the zone")]
    [InlineData("$.steps[2].change.add", "[\"v=spf1 +all\"]", "no record of its kind")]
    [InlineData("$.steps[2].change.remove", "[\"v=spf1 -all\"]", "no record of its kind")]
    [InlineData("$.steps[2].change.remove", "[\"v=STSv1; id=77;\"]", "no record of its kind")]
    [InlineData("$.steps[2].change.ttl", "-1", "time to live")]
    [InlineData("$.steps[2].record", "\"dkim\"", "'dkim' is no kind of record")]
    [InlineData("$.steps[2].findings", "[{\"id\":\"MTASTS9999\",\"severity\":\"error\",\"message\":\"\"}]", "There is no rule")]
    [InlineData("$.steps[2].findings", "[null]", "null")]
    [InlineData("$.steps", "null", "null")]
    [InlineData("$.steps[4].id", "\"no id\"", "is no id")]
    public async Task What_no_publisher_plans_is_refused_and_the_place_is_told(string path, string value, string expected)
    {
        var json = JsonNode.Parse(ChangePlanJson.Serialize(await PlanAsync()))!;
        Set(json, path, value);
        var error = Assert.Throws<PlanFormatException>(() => ChangePlanJson.Deserialize(json.ToJsonString()));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"schemaVersion\":1,\"steps\":[")]
    [InlineData("{\"schemaVersion\":1,\"steps\":[{\"kind\":{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":{\"h\":{\"i\":{\"j\":1}}}}}}}}}}}]}")]
    public void What_is_no_plan_is_an_error_of_its_own(string json) => Assert.Throws<PlanFormatException>(() => ChangePlanJson.Deserialize(json));

    [Fact]
    public void A_text_that_is_too_long_is_refused_unread() =>
        Assert.Contains("4 MiB", Assert.Throws<PlanFormatException>(() => ChangePlanJson.Deserialize(new string(' ', ChangePlanJson.MaxLength + 1))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task No_octet_that_changes_makes_the_reader_fail_in_another_way()
    {
        var json = Encoding.UTF8.GetBytes(ChangePlanJson.Serialize(await PlanAsync()));
        var random = new Random(8461);
        for (var round = 0; round < 2_000; round++)
        {
            var spoilt = (byte[])json.Clone();
            for (var i = random.Next(1, 4); i > 0; i--)
                spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
            try
            {
                var plan = ChangePlanJson.Deserialize(Encoding.UTF8.GetString(spoilt));
                Assert.All(plan.Steps.OfType<RecordChangeStep>(), step => Assert.All(step.Change.Remove.Concat(step.Change.Add), value => Assert.True(value.IsMtaSts)));
            }
            catch (PlanFormatException)
            {
            }
        }
    }

    [Fact]
    public async Task A_world_that_has_moved_is_told_difference_by_difference()
    {
        var plan = await PlanAsync();
        Assert.Empty(await DifferencesAsync(plan));

        _world.SetTexts(Foreign, "v=STSv1; id=theirs;");
        _world.Store(Testing with { MaxAge = TimeSpan.FromDays(1) });
        _world.MailExchangers.Add(new MxReport { Host = "new.example.com", Outcome = SenderOutcome.Deliver });
        Assert.Equal(
            [
                "the policy file at /example.com: was none, is 'version: STSv1; mode: testing; mx: mail.example.com; max_age: 86400'.",
                "_mta-sts.example.com: was \"v=spf1 -all\", is \"v=spf1 -all\" \"v=STSv1; id=theirs;\".",
                "the MX hosts of example.com: was mail.example.com, is mail.example.com, new.example.com.",
                "the policy that mta-sts.example.com serves: was none, is 'version: STSv1; mode: testing; mx: mail.example.com; max_age: 86400'.",
            ],
            (await DifferencesAsync(plan)).Select(difference => difference.ToString()));
    }

    [Fact]
    public async Task A_plan_that_broke_off_half_way_meets_the_world_that_it_has_made()
    {
        var plan = await PlanAsync();
        _world.At = point => point == "before the record changes" ? throw new IOException("gone") : Task.CompletedTask;
        await Assert.ThrowsAsync<ChangeFailedException>(() => _world.Publisher().ApplyAsync(plan, cancellationToken: Stop));
        _world.At = _ => Task.CompletedTask;

        var read = ChangePlanJson.Deserialize(ChangePlanJson.Serialize(plan));
        Assert.Empty(await DifferencesAsync(read));
        Assert.True((await _world.Publisher().ApplyAsync(read, cancellationToken: Stop)).AllAgree);
        Assert.NotNull(_world.Record);
    }

    private Task<IReadOnlyList<PlanDifference>> DifferencesAsync(ChangePlan plan) => _world.Publisher().FindDifferencesAsync(plan, cancellationToken: Stop);

    private Task<ChangePlan> PlanAsync() => _world.Publisher().PlanAsync(new PolicyPublishRequest { Domain = Domain, Policy = Enforcing }, cancellationToken: Stop);

    private static void Set(JsonNode json, string path, string value)
    {
        var names = path[2..].Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var at = names[..^1].Aggregate(json, (node, name) => int.TryParse(name, out var index) ? node[index]! : node[name]!);
        at[names[^1]] = JsonNode.Parse(value, documentOptions: new JsonDocumentOptions());
    }
}
