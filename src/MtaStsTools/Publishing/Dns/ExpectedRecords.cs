namespace MtaStsTools.Publishing.Dns;

/// <summary>Compares what a service has with what a change was worked out from.</summary>
internal static class ExpectedRecords
{
    private const string PlanAgain = "Somebody else changed them at the same time: look at them, then plan again.";

    /// <exception cref="DnsProviderException">They are other records, or an alias.</exception>
    public static void Demand(RecordChange change, TxtRecordSet now, string description)
    {
        if (!now.HasExactly(change.Expected))
            throw Conflict($"{change.RecordName}: {description} has other records than when the change was planned; nothing was changed.", mayHaveChanged: false);
    }

    /// <summary>Somebody wrote at the same moment, which a service that is not guarded shows only afterwards.</summary>
    public static DnsProviderException Overwritten(RecordChange change, string description) =>
        Conflict($"{change.RecordName}: {description} has other records than were just written: somebody else changed them in the same moment.", mayHaveChanged: true);

    /// <summary>Somebody added a record of the same kind in the same moment, and the change was undone in favour of it.</summary>
    public static DnsProviderException TakenBack(RecordChange change, string description) =>
        Conflict($"{change.RecordName}: {description} was given another record by somebody else in the same moment; what this change added was taken back.", mayHaveChanged: false);

    private static DnsProviderException Conflict(string message, bool mayHaveChanged) => new(ProviderErrorKind.Conflict, message, PlanAgain) { MayHaveChanged = mayHaveChanged };
}
