using System.Net;
using System.Net.Sockets;

namespace MtaStsTools.Net;

/// <summary>Tells addresses that any host of the Internet can reach from those of a special purpose (RFC 6890 and the IANA registries that it set up).</summary>
internal static class GlobalAddress
{
    // Special-purpose blocks that are not globally reachable. 192.0.0.9/32 and 192.0.0.10/32 are, and no mail or policy host lives there.
    private static readonly Block[] IPv4Blocks =
    [
        new("0.0.0.0", 8), new("10.0.0.0", 8), new("100.64.0.0", 10), new("127.0.0.0", 8), new("169.254.0.0", 16), new("172.16.0.0", 12),
        new("192.0.0.0", 24), new("192.0.2.0", 24), new("192.88.99.0", 24), new("192.168.0.0", 16), new("198.18.0.0", 15),
        new("198.51.100.0", 24), new("203.0.113.0", 24), new("224.0.0.0", 3),
    ];

    // Only 2000::/3 is global unicast; these are the holes in it: protocol assignments, documentation, 6to4, SRv6 documentation.
    private static readonly Block GlobalUnicast = new("2000::", 3);
    private static readonly Block[] IPv6Blocks = [new("2001::", 23), new("2001:db8::", 32), new("2002::", 16), new("3fff::", 20)];
    private static readonly Block Nat64 = new("64:ff9b::", 96);

    /// <summary>Whether hosts outside can reach <paramref name="address"/>. An IPv4 address inside an IPv6 one (mapped, NAT64) counts as itself.</summary>
    public static bool IsGlobal(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Array.Exists(IPv4Blocks, block => block.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return false;
        if (address.IsIPv4MappedToIPv6 || Nat64.Contains(address))
            return IsGlobal(new IPAddress(address.GetAddressBytes().AsSpan(12).ToArray()));
        return GlobalUnicast.Contains(address) && !Array.Exists(IPv6Blocks, block => block.Contains(address));
    }

    private readonly struct Block(string prefix, int length)
    {
        private readonly byte[] _prefix = IPAddress.Parse(prefix).GetAddressBytes();

        public bool Contains(IPAddress address)
        {
            var octets = address.GetAddressBytes();
            if (octets.Length != _prefix.Length)
                return false;
            for (var bit = 0; bit < length; bit += 8)
            {
                var mask = length - bit >= 8 ? 0xFF : 0xFF << (8 - (length - bit));
                if (((octets[bit / 8] ^ _prefix[bit / 8]) & mask & 0xFF) != 0)
                    return false;
            }

            return true;
        }
    }
}
