using Xunit;
using static MtaStsTools.Sdk.Tests.Publishing.Order.PublishingWorld;

namespace MtaStsTools.Sdk.Tests.Publishing.Order;

/// <summary>
/// The publisher is killed at each of its await points, one run a point, in every way in which that can happen: no run leaves a new record without its policy,
/// nothing foreign is lost, and the next run completes. The world holds the law at every change (see <see cref="PublishingWorld"/>).
/// </summary>
public sealed class FaultTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    /// <summary>The ways in which a run ends at a point.</summary>
    public enum Ending
    {
        /// <summary>The call fails, and so does every later one of the run: the process is gone.</summary>
        Killed,

        /// <summary>The call never comes back.</summary>
        Hangs,

        /// <summary>The user presses Ctrl+C.</summary>
        Cancelled,
    }

    [Theory]
    [InlineData(Ending.Killed)]
    [InlineData(Ending.Hangs)]
    [InlineData(Ending.Cancelled)]
    public Task A_first_publication_survives_an_end_at_every_point(Ending ending) => SurviveAsync(ending, _ => { }, Publishing(Testing), world => IsAnnounced(world, Testing));

    [Theory]
    [InlineData(Ending.Killed)]
    [InlineData(Ending.Hangs)]
    [InlineData(Ending.Cancelled)]
    public Task A_change_of_policy_survives_an_end_at_every_point(Ending ending) => SurviveAsync(ending, Announced(Testing), Publishing(Enforcing), world => IsAnnounced(world, Enforcing));

    [Theory]
    [InlineData(Ending.Killed)]
    [InlineData(Ending.Hangs)]
    [InlineData(Ending.Cancelled)]
    public Task A_change_of_mode_survives_an_end_at_every_point(Ending ending) => SurviveAsync(
        ending,
        Announced(Testing),
        (publisher, stop) => publisher.PlanModeAsync(new ModeChangeRequest { Domain = Domain, Mode = MtaStsMode.Enforce }, cancellationToken: stop),
        world => IsAnnounced(world, Enforcing));

    [Theory]
    [InlineData(Ending.Killed)]
    [InlineData(Ending.Hangs)]
    [InlineData(Ending.Cancelled)]
    public Task The_first_stage_of_a_removal_survives_an_end_at_every_point(Ending ending) => SurviveAsync(
        ending,
        Announced(Enforcing),
        Withdrawing,
        world =>
        {
            var none = MtaStsPolicy.Parse(world.File!);
            return none.Mode == MtaStsMode.None && PolicyId.Announces(world.Record!.Id, none) == true;
        });

    [Theory]
    [InlineData(Ending.Killed)]
    [InlineData(Ending.Hangs)]
    [InlineData(Ending.Cancelled)]
    public Task The_last_stage_of_a_removal_survives_an_end_at_every_point(Ending ending) => SurviveAsync(
        ending,
        world =>
        {
            var none = new MtaStsPolicy { Mode = MtaStsMode.None, MaxAge = TimeSpan.FromDays(1), Mx = [], Extensions = [new Extension("remove-after", "20260201T000000Z")] };
            Announced(none)(world);
        },
        Withdrawing,
        world => world.File is null && world.Record is null);

    private static Task<ChangePlan> Withdrawing(MtaStsPublisher publisher, CancellationToken stop) =>
        publisher.PlanWithdrawalAsync(new WithdrawalRequest { Domain = Domain }, cancellationToken: stop);

    private static Func<MtaStsPublisher, CancellationToken, Task<ChangePlan>> Publishing(MtaStsPolicy policy) =>
        (publisher, stop) => publisher.PlanAsync(new PolicyPublishRequest { Domain = Domain, Policy = policy }, cancellationToken: stop);

    private static Action<PublishingWorld> Announced(MtaStsPolicy policy) => world =>
    {
        world.Store(policy);
        world.SetTexts(Foreign, $"v=STSv1; id={PolicyId.Derive(policy, world.Clock.GetUtcNow())};");
        world.Clock.Advance(TimeSpan.FromDays(3));
    };

    private static bool IsAnnounced(PublishingWorld world, MtaStsPolicy policy) =>
        PolicyId.Announces(world.Record!.Id, policy) == true && world.File == policy.ToString() && world.Texts.Count == 2;

    private static async Task SurviveAsync(
        Ending ending, Action<PublishingWorld> prepare, Func<MtaStsPublisher, CancellationToken, Task<ChangePlan>> plan, Func<PublishingWorld, bool> isComplete)
    {
        var points = await PointsAsync(prepare, plan);
        Assert.Superset(
            new HashSet<string>(["look", "read file", "before the file changes", "after the file has changed", "read record", "before the record changes", "after the record has changed", "list name servers"], StringComparer.Ordinal),
            points.ToHashSet(StringComparer.Ordinal));
        for (var end = 0; end < points.Count; end++)
        {
            var world = new PublishingWorld();
            prepare(world);
            await EndAtAsync(world, ending, end, plan);
            Assert.Contains(Foreign, world.Texts);

            world.At = _ => Task.CompletedTask;
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            var result = await RunAsync(world, plan, Stop);
            Assert.True(result.NotBefore is not null || result.AllAgree, $"After an end at '{points[end]}' ({end}): {result}");
            Assert.True(isComplete(world), $"After an end at '{points[end]}' ({end}): {string.Join(", ", world.Texts)}; {world.File}");
        }
    }

    /// <summary>A run that ends at its n-th point.</summary>
    private static async Task EndAtAsync(PublishingWorld world, Ending ending, int end, Func<MtaStsPublisher, CancellationToken, Task<ChangePlan>> plan)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var reached = new TaskCompletionSource();
        var count = 0;
        world.At = _ =>
        {
            if (count++ < end)
                return Task.CompletedTask;
            reached.TrySetResult();
            if (ending == Ending.Cancelled)
                cancel.Cancel();
            return ending == Ending.Hangs ? new TaskCompletionSource().Task : throw new IOException("The process is gone.");
        };
        var run = RunAsync(world, plan, cancel.Token);
        if (ending == Ending.Hangs)
        {
            await reached.Task.WaitAsync(Stop);
            return;
        }

        // Who cannot list the name servers asks the provider, so that not every end of the world ends the run.
        await Record.ExceptionAsync(() => run);
        Assert.True(reached.Task.IsCompleted, $"The run never came to point {end}.");
    }

    private static async Task<List<string>> PointsAsync(Action<PublishingWorld> prepare, Func<MtaStsPublisher, CancellationToken, Task<ChangePlan>> plan)
    {
        var world = new PublishingWorld();
        prepare(world);
        var points = new List<string>();
        world.At = point =>
        {
            points.Add(point);
            return Task.CompletedTask;
        };
        await RunAsync(world, plan, Stop);
        return points;
    }

    private static async Task<ChangeResult> RunAsync(PublishingWorld world, Func<MtaStsPublisher, CancellationToken, Task<ChangePlan>> plan, CancellationToken cancellationToken)
    {
        var publisher = world.Publisher();
        return await publisher.ApplyAsync(await plan(publisher, cancellationToken), cancellationToken: cancellationToken);
    }
}
