using MtaStsTools.Dns.Tsig;

namespace MtaStsTools.Dns.Messages;

/// <summary>The record types that finding a zone and updating a TXT record touch.</summary>
internal enum DnsType
{
    A = 1,
    NS = 2,
    CName = 5,
    Soa = 6,
    Ptr = 12,
    Txt = 16,
    Aaaa = 28,
    DName = 39,
    Tsig = 250,
    Any = 255,
}
