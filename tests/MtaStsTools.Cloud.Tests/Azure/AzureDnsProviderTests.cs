using System.Text.Json.Nodes;
using MtaStsTools.Azure;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Http;
using Xunit;

namespace MtaStsTools.Cloud.Tests.Azure;

public sealed class AzureDnsProviderTests : IDisposable
{
    private const string Name = "_mta-sts.example.com";
    private const string Other = "22222222-2222-2222-2222-222222222222";

    private readonly AzureDnsDouble _service = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task The_deepest_zone_is_found_in_every_subscription_and_on_every_page()
    {
        _service.Zones.AddRange(Enumerable.Range(0, 5).Select(i => (AzureDnsDouble.Subscription, "dns", $"other{i}.test")));
        _service.Zones.Add((AzureDnsDouble.Subscription, "dns", "example.com"));
        _service.Zones.Add((Other, "web", "sub.example.com"));
        _service.Zones.Add((Other, "web", "b.example.com"));

        Assert.Equal("sub.example.com", await Provider().FindZoneAsync("_mta-sts.sub.example.com", Stop));
        Assert.Equal(3, _service.Asked.Count(asked => asked == $"GET /subscriptions/{AzureDnsDouble.Subscription}/providers/Microsoft.Network/dnsZones"));
        Assert.Equal("example.com", await Provider().FindZoneAsync("_mta-sts.a-sub.example.com", Stop));
    }

    [Fact]
    public async Task Of_two_zones_of_one_name_the_resource_group_says_which()
    {
        _service.Zones.AddRange([(AzureDnsDouble.Subscription, "old", "example.com"), (AzureDnsDouble.Subscription, "new", "example.com")]);
        var error = await FailsAsync(provider => provider.FindZoneAsync(Name, Stop));
        Assert.Equal(ProviderErrorKind.InvalidRequest, error.Kind);
        Assert.Contains("old, new", error.Message, StringComparison.Ordinal);

        var named = Provider(options => options with { SubscriptionId = AzureDnsDouble.Subscription, ResourceGroup = "new" });
        Assert.Equal("example.com", await named.FindZoneAsync(Name, Stop));
        await named.ApplyAsync(Change(await named.ReadTxtAsync("example.com", Name, Stop), null, "v=STSv1; id=1;"), Stop);
        Assert.Contains(_service.Asked, asked => asked.StartsWith("PUT ", StringComparison.Ordinal) && asked.Contains("/resourceGroups/new/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_the_zone_has_given_to_other_servers_is_refused()
    {
        AddZone();
        _service.PutServers("example.com", "sub");
        var error = await FailsAsync(provider => provider.FindZoneAsync("_mta-sts.sub.example.com", Stop));
        Assert.Equal(ProviderErrorKind.NotFound, error.Kind);
        Assert.Contains("sub.example.com to other name servers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_at_the_apex_are_called_by_an_at_sign()
    {
        AddZone();
        _service.PutTxt("example.com", "@", 60, ["v=spf1 -all"]);
        Assert.Equal("example.com", await Provider().FindZoneAsync("example.com", Stop));
        Assert.Equal("v=spf1 -all", Assert.Single((await Provider().ReadTxtAsync("example.com", "example.com", Stop)).Values).Text);
    }

    [Fact]
    public async Task What_stays_and_the_labels_of_the_set_are_sent_as_they_came()
    {
        AddZone();
        _service.PutTxt("example.com", "_mta-sts", 60, ["in ", "parts"], ["v=STSv1; id=1;"]);
        _service.Sets[AzureDnsDouble.Key("example.com", "TXT", "_mta-sts")]["properties"]!["metadata"] = new JsonObject { ["owner"] = "mail team" };
        var provider = Provider();

        await provider.ApplyAsync(Change(await provider.ReadTxtAsync("example.com", Name, Stop), "v=STSv1; id=1;", "v=STSv1; id=2;"), Stop);

        var properties = _service.Sets[AzureDnsDouble.Key("example.com", "TXT", "_mta-sts")]["properties"]!;
        Assert.Equal("""[{"value":["in ","parts"]},{"value":["v=STSv1; id=2;"]}]""", properties["TXTRecords"]!.ToJsonString());
        Assert.Equal("mail team", properties["metadata"]!["owner"]!.GetValue<string>());
        Assert.Equal(60, properties["TTL"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_change_between_the_last_look_and_the_write_is_a_conflict_of_the_service()
    {
        AddZone();
        _service.PutTxt("example.com", "_mta-sts", 60, ["v=STSv1; id=1;"]);
        var provider = Provider();
        var set = await provider.ReadTxtAsync("example.com", Name, Stop);
        _service.Before = request =>
        {
            if (request.Method == "PUT")
                _service.PutTxt("example.com", "_mta-sts", 60, ["v=STSv1; id=theirs;"]);
            return null;
        };

        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.ApplyAsync(Change(set, "v=STSv1; id=1;", "v=STSv1; id=2;"), Stop));

        Assert.Equal((ProviderErrorKind.Conflict, false), (error.Kind, error.MayHaveChanged));
        Assert.Equal(["v=STSv1; id=theirs;"], _service.Texts("example.com", "_mta-sts"));
    }

    [Theory]
    [InlineData(401, ProviderErrorKind.Unauthorized)]
    [InlineData(403, ProviderErrorKind.Forbidden)]
    [InlineData(404, ProviderErrorKind.NotFound)]
    [InlineData(429, ProviderErrorKind.RateLimited)]
    [InlineData(500, ProviderErrorKind.Unavailable)]
    public async Task An_error_is_told_with_the_words_of_the_service(int status, ProviderErrorKind kind)
    {
        AddZone();
        _service.Next.Enqueue(AzureDnsDouble.Error(status, "SomeCode", "The client does not have authorization\u001B[31m"));
        var error = await FailsAsync(provider => provider.FindZoneAsync(Name, Stop));
        Assert.Equal((kind, false), (error.Kind, error.MayHaveChanged));
        Assert.Contains("The client does not have authorization\\u001B[31m", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_never_goes_to_another_place()
    {
        using var elsewhere = new AzureDnsDouble();
        _service.Next.Enqueue(new DoubleAnswer { Status = 200, Body = $$"""{"value":[],"nextLink":"{{elsewhere.Endpoint}}subscriptions?api-version=1"}""" });
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await FailsAsync(provider => provider.FindZoneAsync(Name, Stop))).Kind);
        Assert.Empty(elsewhere.Asked);
    }

    [Theory]
    [InlineData("""{"value":[{"id":"/subscriptions/x/../../y","name":"example.com","properties":{}}]}""")]
    [InlineData("""{"value":[{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/n","name":"example.com","properties":{}}]}""")]
    [InlineData("""{"value":{}}""")]
    [InlineData("<html>")]
    public async Task An_answer_that_is_none_is_told(string body)
    {
        _service.Next.Enqueue(new DoubleAnswer { Status = 200, Body = body });
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await FailsAsync(provider => provider.FindZoneAsync(Name, Stop), options => options with { SubscriptionId = "s" })).Kind);
    }

    [Fact]
    public async Task The_token_is_asked_for_at_the_place_that_is_asked()
    {
        AddZone();
        var credential = new FixedToken();
        await Provider(options => options with { Credential = credential }).FindZoneAsync(Name, Stop);
        Assert.NotEmpty(credential.Scopes);
        Assert.All(credential.Scopes, scope => Assert.Equal($"{_service.Endpoint.GetLeftPart(UriPartial.Authority)}/.default", scope));
    }

    [Fact]
    public async Task Who_has_no_token_hears_so_and_nothing_is_asked()
    {
        var expired = new AzureCredentialOptions { AccessToken = "x", AccessTokenExpiresOn = DateTimeOffset.UnixEpoch }.CreateCredential();
        var error = await FailsAsync(provider => provider.FindZoneAsync(Name, Stop), options => options with { Credential = expired });
        Assert.Equal(ProviderErrorKind.Unauthorized, error.Kind);
        Assert.Contains("there is no token for who asks: The given token has expired", error.Message, StringComparison.Ordinal);
        Assert.Empty(_service.Asked);
    }

    [Fact]
    public void A_resource_group_without_its_subscription_is_refused() =>
        Assert.Throws<ArgumentException>(() => Provider(options => options with { ResourceGroup = "dns" }));

    private static RecordChange Change(TxtRecordSet set, string? remove, string add) => new()
    {
        Zone = "example.com",
        RecordName = Name,
        Expected = set.Values,
        ExpectedTtl = set.Ttl,
        Remove = remove is null ? [] : [TxtValue.FromText(remove)],
        Add = [TxtValue.FromText(add)],
        Ttl = set.Ttl ?? TimeSpan.FromMinutes(5),
    };

    private void AddZone() => _service.Zones.Add((AzureDnsDouble.Subscription, "dns", "example.com"));

    private AzureDnsProvider Provider(Func<AzureDnsOptions, AzureDnsOptions>? change = null)
    {
        var options = new AzureDnsOptions { Credential = new FixedToken(), Endpoint = _service.Endpoint, Http = new HttpApiOptions { Retries = 0 } };
        return new AzureDnsProvider(change is null ? options : change(options));
    }

    private Task<DnsProviderException> FailsAsync(Func<AzureDnsProvider, Task> ask, Func<AzureDnsOptions, AzureDnsOptions>? change = null) =>
        Assert.ThrowsAsync<DnsProviderException>(() => ask(Provider(change)));
}
