using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MtaStsTools.Dns.Tsig;

/// <summary>What the signature of an answer came to (RFC 8945 §5.3).</summary>
internal enum TsigVerdict
{
    /// <summary>The answer is the server's own, to this request, and fresh.</summary>
    Good,

    /// <summary>There is no TSIG record, or not one that can be read where it must stand.</summary>
    Unsigned,

    /// <summary>The server rejects our signature and says so without a MAC of its own, as it must with BADKEY and BADSIG.</summary>
    Rejected,

    /// <summary>Another key or algorithm.</summary>
    OtherKey,

    /// <summary>The MAC is shorter than RFC 8945 §5.2.2.1 allows, or longer than the hash.</summary>
    MacLength,

    /// <summary>The MAC is wrong.</summary>
    WrongMac,

    /// <summary>The MAC is right and the time outside the window.</summary>
    Stale,
}
