namespace MtaStsTools;

/// <summary>Every rule, in the order of the ids. Whatever must be known of a rule is a property of it: nobody reads its id.</summary>
public static class RuleCatalog
{
    private static readonly Dictionary<string, Rule> ById = new[]
        {
            PolicyRules.Band, RecordRules.Band, TlsRptRules.Band, DomainNameRules.Band, ApiRules.Band, ApiRules.Refactorings, FileRules.Band,
            AnnouncementRules.Band, PolicyHostRules.Band, MailExchangerRules.Band, DaneRules.Band, TlsReportingRules.Band, PublishingRules.Band,
        }
        .SelectMany(band => band)
        .ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>All rules, ordered by id.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. ById.Values.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule with the id, for instance <c>MTASTS1004</c>.</summary>
    /// <exception cref="KeyNotFoundException">No rule has that id.</exception>
    public static Rule Get(string id) => ById.TryGetValue(id, out var rule) ? rule : throw new KeyNotFoundException($"No rule has the id '{id}'.");

    /// <summary>Looks the id up; false where no rule has it.</summary>
    public static bool TryGet(string id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Rule? rule) => ById.TryGetValue(id, out rule);
}
