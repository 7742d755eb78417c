namespace MtaStsTools.Dns.Messages;

/// <summary>Classes; in an UPDATE, NONE and ANY say what is asked of a record (RFC 2136 §2.4, §2.5).</summary>
internal enum DnsClass
{
    IN = 1,
    None = 254,
    Any = 255,
}
