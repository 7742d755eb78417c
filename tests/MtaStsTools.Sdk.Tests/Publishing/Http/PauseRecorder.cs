using System.Collections.Concurrent;

namespace MtaStsTools.Sdk.Tests.Publishing.Http;

/// <summary>A clock whose pauses end at once and are remembered. Timers of <see cref="Never"/> or more never ring, so that time limits can be told from pauses.</summary>
internal sealed class PauseRecorder : TimeProvider
{
    public static readonly TimeSpan Never = TimeSpan.FromHours(2);

    public static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    public ConcurrentQueue<TimeSpan> Pauses { get; } = [];

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < Never && dueTime >= TimeSpan.Zero)
        {
            Pauses.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new DeadTimer();
    }

    private sealed class DeadTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
