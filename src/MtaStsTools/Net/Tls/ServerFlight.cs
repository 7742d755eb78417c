using System.Globalization;

namespace MtaStsTools.Net.Tls;

/// <summary>What a server's first octets are (RFC 8446 §4.1.3, §5.1, §6): a ServerHello with its version, an alert, or no TLS at all.</summary>
internal readonly ref struct ServerFlight
{
    private const byte AlertRecord = 21;
    private const byte HandshakeRecord = 22;
    private const byte ServerHello = 2;
    private const int RecordHeader = 5;
    private const int HelloVersion = 9;
    private const int SessionIdLength = HelloVersion + 2 + 32;
    private const int SupportedVersions = 43;
    private const int ProtocolVersionAlert = 70;

    private ServerFlight(bool isTls, int? alert, int? version, int? cipherSuite) =>
        (IsTls, Alert, Version, CipherSuite) = (isTls, alert, version, cipherSuite);

    /// <summary>Whether it looks like TLS.</summary>
    public bool IsTls { get; }

    /// <summary>The description of the alert, if it is one.</summary>
    public int? Alert { get; }

    /// <summary>The version that the ServerHello chose, for instance 0x0303.</summary>
    public int? Version { get; }

    /// <summary>The code of the cipher suite that the ServerHello chose.</summary>
    public int? CipherSuite { get; }

    /// <summary>Whether the server has nothing as new as TLS 1.2.</summary>
    public bool IsTooOld => Alert == ProtocolVersionAlert || Version < 0x0303;

    /// <summary>The version by name, where there is one.</summary>
    public string? VersionName => Version switch
    {
        0x0304 => "TLS 1.3",
        0x0303 => "TLS 1.2",
        0x0302 => "TLS 1.1",
        0x0301 => "TLS 1.0",
        0x0300 => "SSL 3.0",
        _ => null,
    };

    public static ServerFlight Parse(ReadOnlySpan<byte> octets)
    {
        if (octets.Length < RecordHeader || octets[0] is < 20 or > 23 || octets[1] != 3)
            return default;
        if (octets[0] == AlertRecord)
            return new ServerFlight(isTls: true, octets.Length > RecordHeader + 1 ? octets[RecordHeader + 1] : null, version: null, cipherSuite: null);
        if (octets[0] != HandshakeRecord || octets.Length < HelloVersion + 2 || octets[RecordHeader] != ServerHello)
            return new ServerFlight(isTls: true, alert: null, version: null, cipherSuite: null);
        return new ServerFlight(isTls: true, alert: null, SelectedVersion(octets) ?? U16(octets.Slice(HelloVersion)), SelectedSuite(octets));
    }

    /// <summary>Why a handshake failed whose server began like this.</summary>
    public string Explain(bool anyOctets) => this switch
    {
        { Alert: { } alert } => $"the server refused with the alert {AlertName(alert)}",
        { IsTls: true } => "the server broke off the handshake",
        _ when anyOctets => "the server's answer is no TLS",
        _ => "the server closed the connection",
    };

    private static int? SelectedSuite(ReadOnlySpan<byte> octets)
    {
        if (octets.Length <= SessionIdLength)
            return null;
        var at = SessionIdLength + 1 + octets[SessionIdLength];
        return at + 2 <= octets.Length ? U16(octets.Slice(at)) : null;
    }

    /// <summary>The version in the supported_versions extension, which TLS 1.3 has in place of the old field.</summary>
    private static int? SelectedVersion(ReadOnlySpan<byte> octets)
    {
        if (octets.Length <= SessionIdLength)
            return null;
        var at = SessionIdLength + 1 + octets[SessionIdLength] + 2 + 1 + 2;
        while (at + 4 <= octets.Length)
        {
            var (type, length) = (U16(octets.Slice(at)), U16(octets.Slice(at + 2)));
            if (type == SupportedVersions && length == 2 && at + 6 <= octets.Length)
                return U16(octets.Slice(at + 4));
            at += 4 + length;
        }

        return null;
    }

    private static int U16(ReadOnlySpan<byte> octets) => (octets[0] << 8) | octets[1];

    private static string AlertName(int alert) => alert switch
    {
        0 => "close_notify",
        10 => "unexpected_message",
        20 => "bad_record_mac",
        22 => "record_overflow",
        40 => "handshake_failure",
        42 => "bad_certificate",
        43 => "unsupported_certificate",
        47 => "illegal_parameter",
        49 => "access_denied",
        50 => "decode_error",
        51 => "decrypt_error",
        ProtocolVersionAlert => "protocol_version",
        71 => "insufficient_security",
        80 => "internal_error",
        86 => "inappropriate_fallback",
        109 => "missing_extension",
        112 => "unrecognized_name",
        116 => "certificate_required",
        120 => "no_application_protocol",
        _ => alert.ToString(CultureInfo.InvariantCulture),
    };
}
