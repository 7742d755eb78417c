using System.Net.Sockets;

namespace MtaStsTools.Lab.Net;

/// <summary>A port that is free on one address may be taken on the next: try again with another.</summary>
internal static class PortFinder
{
    private const int Attempts = 10;

    public static T Try<T>(Func<T> bind)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return bind();
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse && attempt < Attempts)
            {
                // Another process was there first.
            }
        }
    }
}
