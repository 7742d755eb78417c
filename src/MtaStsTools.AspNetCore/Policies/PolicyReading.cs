namespace MtaStsTools.AspNetCore.Policies;

/// <summary>What the options make: a table, or the Errors that forbid one.</summary>
internal sealed record PolicyReading
{
    public PolicyTable? Table { get; private init; }

    public IReadOnlyList<PlacedFinding> Findings { get; private init; } = [];

    public static PolicyReading Of(MtaStsOptions options)
    {
        var findings = new List<PlacedFinding>(options.Found);
        var served = new Dictionary<string, ServedPolicy>(StringComparer.Ordinal);
        foreach (var (key, policy) in options.Domains)
        {
            var isName = DomainName.TryParse(key, out var domain, out var found);
            findings.AddRange(found.Concat(policy.Validate(options.Advice)).Select(finding => new PlacedFinding { Place = key, Finding = finding }));
            if (isName && !findings.Exists(finding => finding.IsError) && !served.TryAdd(domain!.Ascii, new ServedPolicy(domain, policy)))
                throw new MtaStsConfigurationException($"The domain '{domain.Ascii}' has two policies, by its names in A-labels and in U-labels. Leave one of them out.");
        }

        return new PolicyReading { Findings = findings, Table = findings.Exists(finding => finding.IsError) ? null : new PolicyTable([.. served.Values]) };
    }
}
