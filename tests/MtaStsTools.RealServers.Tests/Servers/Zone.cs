namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>A primary zone on loopback whose name server is <c>ns1</c> below it.</summary>
/// <param name="Name">The zone's name, without the final dot.</param>
/// <param name="Records">More lines in master-file form, relative to the zone.</param>
internal sealed record Zone(string Name, string Records)
{
    /// <summary>Who may change the zone: the rules of <c>update-policy</c>.</summary>
    public string UpdatePolicy { get; init; } = "";

    /// <summary>The whole master file in place of one that is made from the records.</summary>
    public string? Text { get; init; }

    public string MasterFile => Text ??
        $"""
        $ORIGIN {Name}.
        $TTL 300
        @ SOA ns1 hostmaster 1 3600 600 86400 60
        @ NS ns1
        ns1 A 127.0.0.1
        {Records}

        """;
}
