using System.Net.Sockets;

namespace MtaStsTools.Assessment;

/// <summary>Tells IPv4 from IPv6: where a whole family cannot be reached, the observer may lack it, and that is not the host's fault.</summary>
internal static class AddressFamilies
{
    public static AddressFamily Of(string? address) => address?.IndexOf(':') >= 0 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;

    public static HashSet<AddressFamily> Of(IEnumerable<string?> addresses) => [.. addresses.Select(Of)];
}
