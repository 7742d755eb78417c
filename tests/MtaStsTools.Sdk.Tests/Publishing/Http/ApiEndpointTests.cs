using MtaStsTools.Publishing.Http;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Http;

public sealed class ApiEndpointTests
{
    [Theory]
    [InlineData("https://api.example.com", "https://api.example.com/")]
    [InlineData("https://api.example.com/v1", "https://api.example.com/v1/")]
    [InlineData("http://127.0.0.1:8081/api/", "http://127.0.0.1:8081/api/")]
    [InlineData("http://[::1]:8081", "http://[::1]:8081/")]
    [InlineData("http://localhost:8081", "http://localhost:8081/")]
    public void An_endpoint_is_an_https_address_or_this_machine(string given, string checkedAddress) =>
        Assert.Equal(checkedAddress, ApiEndpoint.Check(new Uri(given), "endpoint").AbsoluteUri);

    [Theory]
    [InlineData("http://api.example.com")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:hunter2@api.example.com")]
    [InlineData("https://api.example.com/?key=hunter2")]
    [InlineData("https://api.example.com/#hunter2")]
    [InlineData("api")]
    public void Anything_else_is_refused_without_showing_a_secret(string given)
    {
        var error = Assert.Throws<ArgumentException>(() => ApiEndpoint.Check(new Uri(given, UriKind.RelativeOrAbsolute), "endpoint"));
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }
}
