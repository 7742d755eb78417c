namespace MtaStsTools.Dns.Messages;

internal enum DnsOpcode
{
    Query = 0,
    Update = 5,
}
