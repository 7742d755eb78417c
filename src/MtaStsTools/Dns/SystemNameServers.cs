using System.Diagnostics.CodeAnalysis;
using DnsClient;

namespace MtaStsTools.Dns;

/// <summary>The resolvers that the system is configured with.</summary>
internal static class SystemNameServers
{
    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps the system's resolvers from being found, none is the answer.")]
    public static IEnumerable<NameServer> Find()
    {
        try
        {
            // A public resolver nobody chose must not learn who is looked at.
            return NameServer.ResolveNameServers(skipIPv6SiteLocal: true, fallbackToGooglePublicDns: false);
        }
        catch (Exception)
        {
            return [];
        }
    }
}
