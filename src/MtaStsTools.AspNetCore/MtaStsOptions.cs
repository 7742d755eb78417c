namespace MtaStsTools.AspNetCore;

/// <summary>The policies that an application serves.</summary>
public sealed class MtaStsOptions
{
    /// <summary>The policy of each domain, by the domain's name in A-labels or U-labels: <c>options.Domains["example.com"] = policy</c>.</summary>
    public IDictionary<string, MtaStsPolicy> Domains { get; } = new Dictionary<string, MtaStsPolicy>(StringComparer.OrdinalIgnoreCase);

    /// <summary>From where on a lifetime is worth a warning.</summary>
    public PolicyAdvice Advice { get; set; } = PolicyAdvice.Default;

    /// <summary>What is to be said of the places that the policies come from.</summary>
    internal List<PlacedFinding> Found { get; } = [];
}
