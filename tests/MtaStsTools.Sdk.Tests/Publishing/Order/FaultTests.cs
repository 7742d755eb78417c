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
    public Task A_first_publication_survives_an_end_at_every_point(Ending ending) => SurviveAsync(ending, _ => { }, Testing);

    [Theory]
    [InlineData(Ending.Killed)]
    [InlineData(Ending.Hangs)]
    [InlineData(Ending.Cancelled)]
    public Task A_change_of_policy_survives_an_end_at_every_point(Ending ending) => SurviveAsync(
        ending,
        world =>
        {
            world.Store(Testing);
            world.SetTexts(Foreign, $"v=STSv1; id={PolicyId.Derive(Testing, world.Clock.GetUtcNow())};");
            world.Clock.Advance(TimeSpan.FromDays(3));
        },
        Enforcing);

    private static async Task SurviveAsync(Ending ending, Action<PublishingWorld> prepare, MtaStsPolicy policy)
    {
        var points = await PointsAsync(prepare, policy);
        Assert.Superset(
            new HashSet<string>(["look", "read file", "before the file changes", "after the file has changed", "read record", "before the record changes", "after the record has changed", "list name servers"], StringComparer.Ordinal),
            points.ToHashSet(StringComparer.Ordinal));
        for (var end = 0; end < points.Count; end++)
        {
            var world = new PublishingWorld();
            prepare(world);
            await EndAtAsync(world, ending, end, policy);
            Assert.Contains(Foreign, world.Texts);

            world.At = _ => Task.CompletedTask;
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            var result = await PublishAsync(world, policy, Stop);
            Assert.True(result.AllAgree, $"After an end at '{points[end]}' ({end}): {result}");
            Assert.True(PolicyId.Announces(world.Record!.Id, policy));
            Assert.Equal(policy.ToString(), world.File);
            Assert.Equal(2, world.Texts.Count);
        }
    }

    /// <summary>A run that ends at its n-th point.</summary>
    private static async Task EndAtAsync(PublishingWorld world, Ending ending, int end, MtaStsPolicy policy)
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
        var run = PublishAsync(world, policy, cancel.Token);
        if (ending == Ending.Hangs)
        {
            await reached.Task.WaitAsync(Stop);
            return;
        }

        // What lists name servers or reads back may fail without the run: the change is made by then.
        await Record.ExceptionAsync(() => run);
        Assert.True(reached.Task.IsCompleted, $"The run never came to point {end}.");
    }

    private static async Task<List<string>> PointsAsync(Action<PublishingWorld> prepare, MtaStsPolicy policy)
    {
        var world = new PublishingWorld();
        prepare(world);
        var points = new List<string>();
        world.At = point =>
        {
            points.Add(point);
            return Task.CompletedTask;
        };
        await PublishAsync(world, policy, Stop);
        return points;
    }

    private static async Task<ChangeResult> PublishAsync(PublishingWorld world, MtaStsPolicy policy, CancellationToken cancellationToken)
    {
        var publisher = world.Publisher();
        var plan = await publisher.PlanAsync(new PolicyPublishRequest { Domain = Domain, Policy = policy }, cancellationToken: cancellationToken);
        return await publisher.ApplyAsync(plan, cancellationToken: cancellationToken);
    }
}
