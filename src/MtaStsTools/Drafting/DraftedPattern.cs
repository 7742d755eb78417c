namespace MtaStsTools;

/// <summary>One pattern of a draft.</summary>
public sealed record DraftedPattern
{
    /// <summary>The pattern.</summary>
    public required MxPattern Pattern { get; init; }

    /// <summary>The provider whose hosts it covers, or null for any other host.</summary>
    public string? Provider { get; init; }

    /// <summary>The MX hosts that it covers, most preferred first.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }
}
