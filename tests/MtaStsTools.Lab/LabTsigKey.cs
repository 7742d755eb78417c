using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace MtaStsTools.Lab;

/// <summary>A TSIG key (RFC 8945) that the lab's name server accepts.</summary>
/// <param name="Name">The key's name, without a trailing dot.</param>
/// <param name="Algorithm"><c>hmac-sha1</c>, <c>hmac-sha256</c>, <c>hmac-sha384</c> or <c>hmac-sha512</c>.</param>
/// <param name="SecretBase64">The shared secret in Base64, as <c>tsig-keygen</c> prints it.</param>
public sealed record LabTsigKey(string Name, string Algorithm, string SecretBase64)
{
    internal static LabTsigKey Create(string name, string algorithm) =>
        new(name, algorithm, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    [SuppressMessage("Security", "CA5350", Justification = "RFC 8945 §6 still asks servers to accept hmac-sha1.")]
    internal byte[] Hash(ReadOnlySpan<byte> data)
    {
        var secret = Convert.FromBase64String(SecretBase64);
        return Algorithm switch
        {
            "hmac-sha1" => HMACSHA1.HashData(secret, data),
            "hmac-sha256" => HMACSHA256.HashData(secret, data),
            "hmac-sha384" => HMACSHA384.HashData(secret, data),
            "hmac-sha512" => HMACSHA512.HashData(secret, data),
            _ => throw new NotSupportedException($"The lab has no TSIG algorithm '{Algorithm}'."),
        };
    }
}
