namespace MtaStsTools;

/// <summary>One pattern of a draft.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Provider">The provider whose hosts it covers, or null for any other host.</param>
/// <param name="Hosts">The MX hosts that it covers, most preferred first.</param>
public sealed record DraftedPattern(MxPattern Pattern, string? Provider, IReadOnlyList<string> Hosts);
