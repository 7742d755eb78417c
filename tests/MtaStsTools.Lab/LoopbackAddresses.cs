using System.Net;
using System.Net.Sockets;

namespace MtaStsTools.Lab;

/// <summary>Hands out addresses of 127/8, one for each host that must behave on its own.</summary>
internal sealed class LoopbackAddresses
{
    private const int First = 0x7F00_0101;
    private const int Last = 0x7F0F_FFFE;
    private int _next = First - 1;

    public static IPAddress FirstNameServer { get; } = IPAddress.Parse("127.0.0.1");

    public static IPAddress SecondNameServer { get; } = IPAddress.Parse("127.0.0.2");

    /// <summary>Whether ::1 can be bound here; containers often lack it, and hosts that ask for it are then left out.</summary>
    public static bool HasIPv6 { get; } = CanBind(IPAddress.IPv6Loopback);

    public IPAddress Next()
    {
        int number;
        do
            number = Interlocked.Increment(ref _next);
        while ((number & 0xFF) is 0 or 0xFF);
        if (number > Last)
            throw new InvalidOperationException("The lab has handed out all its loopback addresses.");
        return new IPAddress([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
    }

    private static bool CanBind(IPAddress address)
    {
        try
        {
            using var probe = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            probe.Bind(new IPEndPoint(address, 0));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
