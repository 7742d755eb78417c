namespace MtaStsTools.Aws.Route53;

/// <summary>A hosted zone as the service lists it.</summary>
internal sealed record Route53Zone
{
    /// <summary>Its id without the path before it: <c>Z2FDTNDATAQYW2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name in lower case, without the final dot.</summary>
    public required string Name { get; init; }

    /// <summary>Only seen from inside networks of the account; no mail server elsewhere sees it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Its name servers; empty in a list of zones, which does not name them.</summary>
    public IReadOnlyList<string> NameServers { get; init; } = [];
}
