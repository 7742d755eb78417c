using MtaStsTools.Doubles;
using MtaStsTools.Doubles.Dns;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Http;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Rest;

public sealed class InfobloxProviderTests : RestProviderContract
{
    private const string Zone = "example.com";
    private const string Record = "_mta-sts.example.com";

    [Fact]
    public async Task What_comes_is_added_before_what_goes_is_deleted()
    {
        Service.SetTexts(Zone, Record, "v=STSv1; id=1;");
        await ApplyAsync(Create(), "v=STSv1; id=1;", "v=STSv1; id=2;");
        Assert.Equal(["POST", "DELETE"], Service.Requests.Where(request => !request.IsRead).Select(request => request.Method));
    }

    [Fact]
    public async Task A_change_that_breaks_off_half_way_says_that_a_part_is_made_and_loses_nothing()
    {
        Service.SetTexts(Zone, Record, "v=STSv1; id=1;");
        Service.Fault = request => request.Method == "DELETE" ? ServiceAnswer.Json(403, new { text = "No." }) : null;
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => ApplyAsync(Create(), "v=STSv1; id=1;", "v=STSv1; id=2;"));
        Assert.Equal((ProviderErrorKind.Forbidden, true), (error.Kind, error.MayHaveChanged));
        Assert.Equal(["v=STSv1; id=1;", "v=STSv1; id=2;"], Service.Texts(Record).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("record:a/x:y/default")]
    [InlineData("record:txt/../grid")]
    [InlineData("")]
    public async Task A_reference_to_something_else_is_no_answer(string reference)
    {
        Service.Fault = request => request is { Method: "GET", Path: [.., "record:txt"] } ? ServiceAnswer.Json(200, new[] { new { _ref = reference, text = "x" } }) : null;
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => Create().ReadTxtAsync(Zone, Record, Stop));
        Assert.Equal(ProviderErrorKind.MalformedAnswer, error.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:b")]
    [InlineData("a\u0007")]
    public void A_user_name_that_cannot_be_sent_is_refused(string name) => Assert.Throws<ArgumentException>(() => new InfobloxProvider(Options(new Uri("https://grid.example.com"), "x") with { UserName = name }));

    [Fact]
    public async Task The_base64_of_name_and_password_is_not_shown_either()
    {
        var basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("admin:" + Service.Secret));
        Service.Fault = _ => ServiceAnswer.Json(403, new { text = $"You sent {basic}" });
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => Create().FindZoneAsync(Record, Stop));
        Assert.DoesNotContain(basic, error.Message, StringComparison.Ordinal);
    }

    private protected override DnsServiceDouble CreateService() => new InfobloxDouble();

    private protected override IDnsRecordProvider CreateProvider(DnsServiceDouble service, string secret, HttpApiOptions api) =>
        new InfobloxProvider(Options(service.Endpoint, secret) with { Api = api, SettlingTime = TimeSpan.FromMilliseconds(100) });

    private static InfobloxOptions Options(Uri endpoint, string password) => new() { Endpoint = endpoint, UserName = "admin", Password = ProviderSecret.FromText(password) };
}
