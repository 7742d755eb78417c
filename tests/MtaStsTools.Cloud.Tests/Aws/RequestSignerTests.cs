using System.Text;
using Amazon.Runtime;
using MtaStsTools.Aws.Signing;
using Xunit;

namespace MtaStsTools.Cloud.Tests.Aws;

/// <summary>The signatures that Amazon publishes for AWS Signature Version 4 (its test suite of 2015), and those of its documentation.</summary>
public sealed class RequestSignerTests
{
    private const string AccessKey = "AKIDEXAMPLE";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string Alphabet = "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Token = "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";

    private static readonly DateTimeOffset At = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("get-vanilla", "GET /", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-vanilla-empty-query-key", "GET /?Param1=value1", "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb")]
    [InlineData("get-vanilla-query-order-key", "GET /?Param1=value2&Param1=Value1", "eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1")]
    [InlineData("get-vanilla-query-order-key-case", "GET /?Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")]
    [InlineData("get-vanilla-query-order-value", "GET /?Param1=value2&Param1=value1", "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694")]
    [InlineData("get-vanilla-query-unreserved", $"GET /?{Alphabet}={Alphabet}", "9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197")]
    [InlineData("get-vanilla-utf8-query", "GET /?\u1234=bar", "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04")]
    [InlineData("get-unreserved", "GET /" + Alphabet, "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f")]
    [InlineData("get-utf8", "GET /\u1234", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85")]
    [InlineData("get-relative", "GET /example/..", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-relative-relative", "GET /example1/example2/../..", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-slash", "GET //", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-slash-dot-slash", "GET /./", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")]
    [InlineData("get-slash-pointless-dot", "GET /./example", "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5")]
    [InlineData("get-slashes", "GET //example//", "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84")]
    [InlineData("get-space", "GET /example space/", "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741")]
    [InlineData("post-vanilla", "POST /", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")]
    [InlineData("post-vanilla-query", "POST /?Param1=value1", "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11")]
    [InlineData("get-header-key-duplicate", "GET /", "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea", "My-Header1:value2", "My-Header1:value2", "My-Header1:value1")]
    [InlineData("get-header-value-order", "GET /", "08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01", "My-Header1:value4", "My-Header1:value1", "My-Header1:value3", "My-Header1:value2")]
    [InlineData("get-header-value-trim", "GET /", "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736", "My-Header1: value1", "My-Header2: \"a   b   c\"")]
    [InlineData("get-header-value-multiline", "GET /", "ba17b383a53190154eb5fa66a1b836cc297cc0a3d70a5d00705980573d8ff790", "My-Header1:value1", "My-Header1:  value2", "My-Header1:     value3")]
    [InlineData("post-header-key-sort", "POST /", "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c", "My-Header1:value1")]
    [InlineData("post-header-value-case", "POST /", "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d", "My-Header1:VALUE1")]
    [InlineData("post-sts-header-before", "POST /", "85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead", "X-Amz-Security-Token:" + Token)]
    [InlineData("post-x-www-form-urlencoded", "POST / Param1=value1", "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a", "Content-Type:application/x-www-form-urlencoded")]
    [InlineData("post-x-www-form-urlencoded-parameters", "POST / Param1=value1", "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe", "Content-Type:application/x-www-form-urlencoded; charset=utf8")]
    public void The_published_test_suite_is_signed_as_published(string name, string request, string signature, params string[] headers)
    {
        var (method, rest) = Split(request, ' ');
        var (target, body) = method == "POST" ? Split(rest, ' ') : (rest, "");
        var (path, query) = Split(target, '?');
        var canonical = new CanonicalRequest
        {
            Method = method,
            Path = path,
            Query = query,
            Headers = [new("Host", "example.amazonaws.com"), .. headers.Select(header => Split(header, ':')).Select(header => new KeyValuePair<string, string>(header.Left, header.Right)), new("X-Amz-Date", "20150830T123600Z")],
            Body = Encoding.UTF8.GetBytes(body),
        };

        var authorization = new RequestSigner("us-east-1", "service").Authorization(canonical, AccessKey, SecretKey, At);

        Assert.StartsWith($"AWS4-HMAC-SHA256 Credential={AccessKey}/20150830/us-east-1/service/aws4_request, SignedHeaders=", authorization, StringComparison.Ordinal);
        Assert.True(authorization.EndsWith("Signature=" + signature, StringComparison.Ordinal), $"{name}: {authorization}\n{canonical}");
    }

    [Fact]
    public void The_example_of_the_documentation_is_signed_as_documented()
    {
        var canonical = new CanonicalRequest
        {
            Method = "GET",
            Path = "/",
            Query = "Action=ListUsers&Version=2010-05-08",
            Headers = [new("content-type", "application/x-www-form-urlencoded; charset=utf-8"), new("host", "iam.amazonaws.com"), new("x-amz-date", "20150830T123600Z")],
        };
        Assert.Equal(
            $"AWS4-HMAC-SHA256 Credential={AccessKey}/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
            new RequestSigner("us-east-1", "iam").Authorization(canonical, AccessKey, SecretKey, At));
    }

    [Fact]
    public void A_request_gets_its_date_its_token_and_its_signature()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://example.amazonaws.com/");
        new RequestSigner("us-east-1", "service").Sign(request, [], new ImmutableCredentials(AccessKey, SecretKey, null), At);
        Assert.Equal("20150830T123600Z", Assert.Single(request.Headers.GetValues("X-Amz-Date")));
        Assert.EndsWith("Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31", Assert.Single(request.Headers.GetValues("Authorization")), StringComparison.Ordinal);
        Assert.False(request.Headers.Contains("X-Amz-Security-Token"));

        using var temporary = new HttpRequestMessage(HttpMethod.Post, "https://example.amazonaws.com/");
        new RequestSigner("us-east-1", "service").Sign(temporary, [], new ImmutableCredentials(AccessKey, SecretKey, Token), At);
        Assert.Equal(Token, Assert.Single(temporary.Headers.GetValues("X-Amz-Security-Token")));
        Assert.EndsWith("Signature=85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead", Assert.Single(temporary.Headers.GetValues("Authorization")), StringComparison.Ordinal);
    }

    private static (string Left, string Right) Split(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is var found and >= 0 ? (text[..found], text[(found + 1)..]) : (text, "");
}
