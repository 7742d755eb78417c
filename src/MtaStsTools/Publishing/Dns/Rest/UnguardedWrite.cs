using MtaStsTools.Publishing.Applying;

namespace MtaStsTools.Publishing.Dns.Rest;

/// <summary>
/// Makes a change at a service that takes it whatever it has: reads right before, writes, waits for longer than others need from their reading to their
/// writing, and reads again. Of several publishers that do so the last to write wins, and each of the others learns that it was overwritten.
/// </summary>
/// <param name="description">The service, for people.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="pause">The least time between writing and reading again.</param>
internal sealed class UnguardedWrite(string description, TimeProvider timeProvider, TimeSpan pause)
{
    /// <summary>What is enough where reading and writing take less; where they take longer, the pause is longer.</summary>
    public static readonly TimeSpan UsualPause = TimeSpan.FromMilliseconds(500);

    private const int OthersMayBeSlower = 4;

    /// <exception cref="DnsProviderException">The records were others before, or are others afterwards.</exception>
    public async Task MakeAsync<TRead>(
        RecordChange change,
        Func<CancellationToken, Task<TRead>> read,
        Func<TRead, TxtRecordSet> set,
        Func<TRead, CancellationToken, Task> write,
        CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var before = await read(cancellationToken).ConfigureAwait(false);
        ExpectedRecords.Demand(change, set(before), description);
        await write(before, cancellationToken).ConfigureAwait(false);

        var took = timeProvider.GetElapsedTime(started);
        var wait = TimeSpan.FromTicks(Math.Max(pause.Ticks, took.Ticks * OthersMayBeSlower));
        await timeProvider.PauseAsync(wait, cancellationToken).ConfigureAwait(false);
        if (!TxtRecordSet.AreSame(set(await ReadAfterAsync(read, cancellationToken).ConfigureAwait(false)).Values, change.Result))
            throw ExpectedRecords.Overwritten(change, description);
    }

    private static async Task<TRead> ReadAfterAsync<TRead>(Func<CancellationToken, Task<TRead>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read(cancellationToken).ConfigureAwait(false);
        }
        catch (DnsProviderException exception)
        {
            throw DoubtfulChange.Because(exception, "The change was written before, and could not be looked at.");
        }
    }
}
