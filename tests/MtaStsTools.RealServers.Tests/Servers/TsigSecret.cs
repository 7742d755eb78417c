using System.Security.Cryptography;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>A key as <c>named</c> knows it.</summary>
/// <param name="Name">The key's domain name, without the final dot.</param>
/// <param name="Algorithm">As in RFC 8945 §6: <c>hmac-sha256</c> and so on.</param>
/// <param name="Secret">The shared secret in base64.</param>
internal sealed record TsigSecret(string Name, string Algorithm, string Secret)
{
    public static TsigSecret Create(string algorithm) =>
        new($"{algorithm}.key", algorithm, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    public string Clause => $$"""key "{{Name}}" { algorithm {{Algorithm}}; secret "{{Secret}}"; };""";
}
