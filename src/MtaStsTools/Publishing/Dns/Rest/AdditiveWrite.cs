using MtaStsTools.Publishing.Applying;

namespace MtaStsTools.Publishing.Dns.Rest;

/// <summary>
/// Makes a change at a service that keeps each record as a thing of its own and guards only what is removed: two who add at once both succeed, and two MTA-STS
/// records count as none (RFC 8461 §3.1). So the records are read right before and again after a pause that is longer than others need from their reading to
/// their writing. Of several that added a record of the same kind, all but the one whose record has the first id take theirs back.
/// </summary>
/// <param name="description">The service, for people.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="pause">The least time between writing and reading again.</param>
internal sealed class AdditiveWrite(string description, TimeProvider timeProvider, TimeSpan pause)
{
    private const int OthersMayBeSlower = 4;
    private const int LooksForRivals = 5;

    /// <param name="change">The change.</param>
    /// <param name="read">Reads the records of the name.</param>
    /// <param name="write">Makes the change, given what was read.</param>
    /// <param name="takeBack">Removes records by their ids.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="DnsProviderException">The change was not made, or somebody undid it.</exception>
    public async Task MakeAsync(
        RecordChange change,
        Func<CancellationToken, Task<ServiceRecords>> read,
        Func<ServiceRecords, CancellationToken, Task> write,
        Func<IReadOnlyList<string>, CancellationToken, Task> takeBack,
        CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var before = await read(cancellationToken).ConfigureAwait(false);
        ExpectedRecords.Demand(change, before.ToSet(), description);
        await WriteAsync(change, read, before, write, cancellationToken).ConfigureAwait(false);

        var took = timeProvider.GetElapsedTime(started);
        var wait = TimeSpan.FromTicks(Math.Max(pause.Ticks, took.Ticks * OthersMayBeSlower));
        try
        {
            await SettleAsync(change, before, read, takeBack, wait, cancellationToken).ConfigureAwait(false);
        }
        catch (DnsProviderException exception) when (exception.Kind != ProviderErrorKind.Conflict)
        {
            throw DoubtfulChange.Because(exception, "The change was written before, and could not be looked at.");
        }
    }

    /// <summary>A service that refuses to remove what is gone, or to add what is there, says so in its own way; what it has tells whether that is the reason.</summary>
    private async Task WriteAsync(
        RecordChange change, Func<CancellationToken, Task<ServiceRecords>> read, ServiceRecords before, Func<ServiceRecords, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await write(before, cancellationToken).ConfigureAwait(false);
        }
        catch (DnsProviderException exception) when (!exception.MayHaveChanged && exception.Kind is ProviderErrorKind.InvalidRequest or ProviderErrorKind.NotFound or ProviderErrorKind.Conflict)
        {
            ExpectedRecords.Demand(change, (await read(cancellationToken).ConfigureAwait(false)).ToSet(), description);
            throw;
        }
    }

    private async Task SettleAsync(
        RecordChange change,
        ServiceRecords before,
        Func<CancellationToken, Task<ServiceRecords>> read,
        Func<IReadOnlyList<string>, CancellationToken, Task> takeBack,
        TimeSpan wait,
        CancellationToken cancellationToken)
    {
        for (var look = 0; look < LooksForRivals; look++)
        {
            await timeProvider.PauseAsync(wait, cancellationToken).ConfigureAwait(false);
            var now = (await read(cancellationToken).ConfigureAwait(false)).Texts;
            var added = now.Where(record => before.Texts.All(old => old.Id != record.Id)).ToList();
            var ours = added.Where(record => change.Add.Contains(record.Value)).ToList();
            if (change.Add.Any(value => now.All(record => !record.Value.Equals(value))))
                throw ExpectedRecords.Overwritten(change, description);
            var rivals = added.Where(record => !change.Add.Contains(record.Value) && change.Add.Any(value => SameKind(value, record.Value))).ToList();
            if (rivals.Count == 0)
                return;
            if (StringComparer.Ordinal.Compare(rivals.Min(record => record.Id), ours.Min(record => record.Id)) < 0)
            {
                await takeBack([.. ours.Select(record => record.Id)], cancellationToken).ConfigureAwait(false);
                throw ExpectedRecords.TakenBack(change, description);
            }
        }

        throw ExpectedRecords.Overwritten(change, description);
    }

    // A version comes first in the texts that have one: v=STSv1, v=TLSRPTv1.
    private static bool SameKind(TxtValue one, TxtValue other) => string.Equals(Version(one), Version(other), StringComparison.OrdinalIgnoreCase);

    private static string Version(TxtValue value) => value.Text.Split(';')[0].Trim();
}
