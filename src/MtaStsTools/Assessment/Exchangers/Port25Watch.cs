namespace MtaStsTools;

/// <summary>
/// Recognises over a run of many domains that outgoing port 25 is blocked where we are: every MX of every domain timed out on connect.
/// Safe for use by several threads.
/// </summary>
public sealed class Port25Watch
{
    /// <summary>How many domains must have timed out before the watch says so; one or two may simply be down.</summary>
    public const int DomainsNeeded = 3;

    private int _reached;
    private int _timedOut;

    /// <summary>Whether any MX could be connected to, or refused a connection: the port is open from here.</summary>
    public bool IsOpen => Volatile.Read(ref _reached) > 0;

    /// <summary>Whether so far at least <see cref="DomainsNeeded"/> domains had nothing but time-outs, and none had anything else.</summary>
    public bool SeemsBlocked => !IsOpen && Volatile.Read(ref _timedOut) >= DomainsNeeded;

    /// <summary>Takes note of a domain. One without SMTP sessions says nothing.</summary>
    public void Add(DomainObservation observation)
    {
        if (AllTimedOut(observation))
            Interlocked.Increment(ref _timedOut);
        else if (Tried(observation).Any(session => session.Outcome != SmtpOutcome.ConnectTimeout))
            Interlocked.Increment(ref _reached);
    }

    /// <summary>Whether every connection that was tried for a domain timed out, and at least one was tried.</summary>
    internal static bool AllTimedOut(DomainObservation observation) =>
        Tried(observation).Any() && Tried(observation).All(session => session.Outcome == SmtpOutcome.ConnectTimeout);

    private static IEnumerable<SmtpSession> Tried(DomainObservation observation) =>
        observation.MailExchangers.SelectMany(host => host.Sessions).Where(session => session.Outcome is not (SmtpOutcome.AddressNotAllowed or SmtpOutcome.NotReached));
}
