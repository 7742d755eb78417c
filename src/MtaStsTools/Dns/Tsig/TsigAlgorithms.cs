using System.Security.Cryptography;

namespace MtaStsTools.Dns.Tsig;

internal static class TsigAlgorithms
{
    /// <summary>The algorithm's name in a TSIG record (RFC 8945 §6).</summary>
    public static string ToName(this TsigAlgorithm algorithm) => algorithm switch
    {
        TsigAlgorithm.HmacSha256 => "hmac-sha256",
        TsigAlgorithm.HmacSha384 => "hmac-sha384",
        TsigAlgorithm.HmacSha512 => "hmac-sha512",
        TsigAlgorithm.HmacSha1 => "hmac-sha1",
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    public static HashAlgorithmName ToHashName(this TsigAlgorithm algorithm) => algorithm switch
    {
        TsigAlgorithm.HmacSha256 => HashAlgorithmName.SHA256,
        TsigAlgorithm.HmacSha384 => HashAlgorithmName.SHA384,
        TsigAlgorithm.HmacSha512 => HashAlgorithmName.SHA512,
        TsigAlgorithm.HmacSha1 => HashAlgorithmName.SHA1,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };
}
