namespace MtaStsTools.Publishing.Applying;

/// <summary>Pauses and time limits on a clock that may be a test's.</summary>
internal static class StepClock
{
    public static Task PauseAsync(this TimeProvider clock, TimeSpan pause, CancellationToken stop) =>
#if NET
        Task.Delay(pause, clock, stop);
#else
        clock.Delay(pause, stop);
#endif

    /// <summary>A token that is cancelled after <paramref name="time"/>.</summary>
    public static CancellationTokenSource TimerOf(this TimeProvider clock, TimeSpan time) =>
#if NET
        new(time, clock);
#else
        clock.CreateCancellationTokenSource(time);
#endif
}
