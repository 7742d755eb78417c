namespace MtaStsTools.Azure.ResourceManager;

/// <summary>A public zone of Azure DNS.</summary>
internal sealed record DnsZone
{
    /// <summary>Its name in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>The segments of its resource id: <c>subscriptions … dnszones example.com</c>.</summary>
    public required string[] Path { get; init; }

    /// <summary>Its name servers, without the final dot.</summary>
    public IReadOnlyList<string> NameServers { get; init; } = [];

    /// <summary>The resource group, for people.</summary>
    public string ResourceGroup => Path[3];

    /// <summary>What the service calls the record at <paramref name="recordName"/> in the zone.</summary>
    public string RelativeName(string recordName) => recordName.Length == Name.Length ? "@" : recordName.Substring(0, recordName.Length - Name.Length - 1);

    /// <summary>Whether the zone holds a name.</summary>
    public bool Holds(string name) =>
        name.EndsWith(Name, StringComparison.OrdinalIgnoreCase) && (name.Length == Name.Length || name[name.Length - Name.Length - 1] == '.');
}
