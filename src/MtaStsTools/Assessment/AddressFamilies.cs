namespace MtaStsTools.Assessment;

/// <summary>Tells IPv4 from IPv6: where a whole family cannot be reached, the observer may lack it, and that is not the host's fault.</summary>
internal static class AddressFamilies
{
    public static bool SameFamily(string? left, string? right) => IsIPv6(left) == IsIPv6(right);

    private static bool IsIPv6(string? address) => address?.Split(':').Length > 1;
}
