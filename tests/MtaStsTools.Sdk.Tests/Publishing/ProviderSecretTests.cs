using System.Security;
using MtaStsTools.Publishing;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing;

public sealed class ProviderSecretTests
{
    [Fact]
    public void It_is_never_part_of_a_text()
    {
        var secret = ProviderSecret.FromText("hunter2");
        Assert.Equal("***", secret.ToString());
        Assert.Equal("hunter2", secret.Reveal());
        Assert.Equal("the key *** is *** wrong", secret.HideIn("the key hunter2 is hunter2 wrong"));
    }

    [Fact]
    public void A_secure_string_is_the_same_secret()
    {
        using var secure = new SecureString();
        foreach (var character in "hunter2")
            secure.AppendChar(character);
        Assert.Equal("hunter2", ProviderSecret.FromSecureString(secure).Reveal());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("hunter2\u0007")]
    public void What_can_be_no_secret_is_refused_without_showing_it(string text)
    {
        var error = Assert.Throws<ArgumentException>(() => ProviderSecret.FromText(text));
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }
}
