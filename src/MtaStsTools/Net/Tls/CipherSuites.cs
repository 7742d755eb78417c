#if NET
using System.Net.Security;
#endif
using System.Globalization;

namespace MtaStsTools.Net.Tls;

/// <summary>The cipher suites of TLS 1.2 and 1.3, by code and by the name that the IANA registered.</summary>
internal static class CipherSuites
{
    /// <summary>
    /// What OpenSSL offers by itself, and Postfix, Exim and most other senders with it; the strongest first. Left to itself, .NET offers on Linux
    /// only those with forward secrecy and AES in GCM, and a server that senders deliver to would seem to have no TLS.
    /// </summary>
    private static readonly (int Code, string Name)[] Offered =
    [
        (0x1302, "TLS_AES_256_GCM_SHA384"),
        (0x1303, "TLS_CHACHA20_POLY1305_SHA256"),
        (0x1301, "TLS_AES_128_GCM_SHA256"),
        (0xC02C, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"),
        (0xC030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
        (0x009F, "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"),
        (0xCCA9, "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"),
        (0xCCA8, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
        (0xCCAA, "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
        (0xC02B, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"),
        (0xC02F, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
        (0x009E, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"),
        (0xC024, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"),
        (0xC028, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"),
        (0x006B, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256"),
        (0xC023, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"),
        (0xC027, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"),
        (0x0067, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256"),
        (0xC00A, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"),
        (0xC014, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA"),
        (0x0039, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA"),
        (0xC009, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"),
        (0xC013, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"),
        (0x0033, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA"),
        (0x009D, "TLS_RSA_WITH_AES_256_GCM_SHA384"),
        (0x009C, "TLS_RSA_WITH_AES_128_GCM_SHA256"),
        (0x003D, "TLS_RSA_WITH_AES_256_CBC_SHA256"),
        (0x003C, "TLS_RSA_WITH_AES_128_CBC_SHA256"),
        (0x0035, "TLS_RSA_WITH_AES_256_CBC_SHA"),
        (0x002F, "TLS_RSA_WITH_AES_128_CBC_SHA"),
    ];

    /// <summary>What Windows may still offer beside those, as its administrator configured it.</summary>
    private static readonly (int Code, string Name)[] OfWindows =
    [
        (0x000A, "TLS_RSA_WITH_3DES_EDE_CBC_SHA"),
        (0x0005, "TLS_RSA_WITH_RC4_128_SHA"),
        (0x0004, "TLS_RSA_WITH_RC4_128_MD5"),
        (0x003B, "TLS_RSA_WITH_NULL_SHA256"),
    ];

    private static readonly Dictionary<int, string> Names = NamesByCode();

#if NET
    /// <summary>The offer, or null where the system alone decides on it, as Windows does.</summary>
    public static CipherSuitesPolicy? Policy { get; } = CreatePolicy();
#endif

    /// <summary>The name of a suite; its code where it has none here.</summary>
    public static string NameOf(int code) => Names.TryGetValue(code, out var name) ? name : "0x" + code.ToString("X4", CultureInfo.InvariantCulture);

    // Loops: LINQ over a value type is compiled anew for each of them, at the first handshake of a prompt.
    private static Dictionary<int, string> NamesByCode()
    {
        var names = new Dictionary<int, string>(Offered.Length + OfWindows.Length);
        foreach (var (code, name) in Offered)
            names.Add(code, name);
        foreach (var (code, name) in OfWindows)
            names.Add(code, name);
        return names;
    }

#if NET
    private static CipherSuitesPolicy? CreatePolicy()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return null;
        try
        {
            var offered = new TlsCipherSuite[Offered.Length];
            for (var i = 0; i < offered.Length; i++)
                offered[i] = (TlsCipherSuite)Offered[i].Code;
            return new CipherSuitesPolicy(offered);
        }
        catch (PlatformNotSupportedException)
        {
            // An OpenSSL that knows no TLS 1.3 cannot be told.
            return null;
        }
    }
#endif
}
