namespace MtaStsTools.Publishing.Applying;

/// <summary>What reading back has shown, in words: servers that lag, or a change that nobody has although it was acknowledged. Pure.</summary>
internal static class ReadBackFindings
{
    public static IReadOnlyList<Finding> Of(RecordChange change, string provider, IReadOnlyList<ServerReadBack> servers)
    {
        var behind = servers.Where(server => server.IsBehind).ToList();
        if (behind.Count == 0)
        {
            return
            [
                .. servers.Where(server => server.AnswersFromWildcard).Select(server => string.Join(" ", server.Records)).Distinct(StringComparer.Ordinal)
                    .Select(records => PublishingRules.WildcardAnswers.On(change.RecordName, change.RecordName, records)),
            ];
        }

        // Nobody has it, and all who answer say so: that is no lag of a secondary. One that gives no answer says nothing either way.
        var nobody = !change.IsEmpty && servers.All(server => server.Agreement is ServerAgreement.Differs or ServerAgreement.NotAsked);
        return nobody
            ? [PublishingRules.ChangeNotMade.On(change.RecordName, provider, change.RecordName, string.Join("; ", behind.Take(8)) + ".")]
            : [.. behind.Select(server => PublishingRules.ServerBehind.On(server.Server, change.RecordName, server.ToString()))];
    }
}
