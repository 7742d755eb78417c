using System.Security;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Publishing.Dns;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class TsigKeyTests
{
    private const string Secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQ=";

    [Fact]
    public void The_secret_is_in_no_text()
    {
        using var key = TsigKey.FromBase64("key.example.", Secret, TsigAlgorithm.HmacSha512);
        Assert.Equal("key.example (hmac-sha512)", key.ToString());
        var options = new DynamicUpdateOptions { Server = "ns.example", Key = key };
        Assert.DoesNotContain(Secret, options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, new DynamicUpdateProvider(options).Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not base64 *")]
    [InlineData("c2VjcmV")]
    [InlineData("")]
    public void A_secret_that_is_none_is_refused_without_being_shown(string secret)
    {
        var error = Assert.Throws<FormatException>(() => TsigKey.FromBase64("key.example", secret));
        Assert.Contains("key.example", error.Message, StringComparison.Ordinal);
        if (secret.Length > 0)
            Assert.DoesNotContain(secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secure_string_gives_the_same_key()
    {
        using var secure = new SecureString();
        foreach (var c in Secret)
            secure.AppendChar(c);
        using var plain = TsigKey.FromBase64("key.example", Secret);
        using var fromSecure = TsigKey.FromSecureString("key.example", secure);
        var message = new DnsMessage { Id = 1 }.ToArray();
        Assert.Equal(TsigSignature.Sign(message, plain, DateTimeOffset.UnixEpoch).Mac, TsigSignature.Sign(message, fromSecure, DateTimeOffset.UnixEpoch).Mac);
    }

    [Fact]
    public void A_disposed_key_signs_nothing_and_holds_no_secret()
    {
        var key = TsigKey.FromBase64("key.example", Secret);
        Assert.Equal(Convert.FromBase64String(Secret), SecretOf(key));
        key.Dispose();
        Assert.All(SecretOf(key), octet => Assert.Equal(0, octet));
        Assert.Throws<ObjectDisposedException>(() => TsigSignature.Sign(new DnsMessage { Id = 1 }.ToArray(), key, DateTimeOffset.UnixEpoch));
    }

    [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = "_secret")]
    private static extern ref byte[] SecretOf(TsigKey key);
}
