using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using MtaStsTools.Aws;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Http;
using Xunit;

namespace MtaStsTools.Cloud.Tests.Aws;

public sealed class Route53ProviderTests : IDisposable
{
    private const string Name = "_mta-sts.example.com";
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private readonly Route53Double _service = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static AWSCredentials Credentials(string accessKey = Route53Double.AccessKey) => new BasicAWSCredentials(accessKey, Secret);

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task The_deepest_public_zone_is_found_however_many_pages_the_list_has()
    {
        for (var i = 0; i < 7; i++)
            _service.Zones[$"Z0{i}"] = ($"other{i}.test", false);
        _service.Zones["Z5"] = ("example.com", false);
        _service.Zones["Z6PRIVATE"] = ("sub.example.com", true);
        _service.Zones["Z7"] = ("ample.com", false);

        Assert.Equal("example.com", await Provider().FindZoneAsync("_mta-sts.sub.example.com", Stop));
        Assert.Equal(6, _service.Asked.Count(asked => asked == "GET /2013-04-01/hostedzone"));
    }

    [Fact]
    public async Task A_zone_that_only_networks_inside_see_is_none()
    {
        _service.Zones["Z1"] = ("example.com", true);
        var error = await FailsAsync(provider => provider.FindZoneAsync(Name, Stop));
        Assert.Equal(ProviderErrorKind.NotFound, error.Kind);
        Assert.Contains("private", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_zones_of_one_name_the_id_says_which()
    {
        _service.Zones["ZA"] = ("example.com", false);
        _service.Zones["ZB"] = ("example.com", false);
        var error = await FailsAsync(provider => provider.FindZoneAsync(Name, Stop));
        Assert.Equal(ProviderErrorKind.InvalidRequest, error.Kind);
        Assert.Contains("ZA, ZB", error.Message, StringComparison.Ordinal);

        Assert.Equal("example.com", await Provider(options => options with { HostedZoneId = "ZB" }).FindZoneAsync(Name, Stop));
        Assert.Equal(ProviderErrorKind.NotFound, (await FailsAsync(provider => provider.FindZoneAsync("_mta-sts.example.org", Stop), options => options with { HostedZoneId = "ZB" })).Kind);
    }

    [Fact]
    public async Task A_name_that_the_zone_has_given_to_other_servers_is_refused()
    {
        _service.Zones["Z1"] = ("example.com", false);
        _service.Sets[("sub.example.com", "NS")] = (300, ["ns1.elsewhere.test."]);
        var error = await FailsAsync(provider => provider.FindZoneAsync("_mta-sts.sub.example.com", Stop));
        Assert.Equal(ProviderErrorKind.NotFound, error.Kind);
        Assert.Contains("sub.example.com to other name servers", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_at_the_apex_are_read_beside_its_name_servers()
    {
        _service.Zones["Z1"] = ("example.com", false);
        _service.Sets[("example.com", "NS")] = (300, ["ns1.test."]);
        _service.Sets[("example.com", "TXT")] = (60, ["\"v=spf1 -all\""]);
        Assert.Equal("example.com", await Provider().FindZoneAsync("example.com", Stop));
        Assert.Equal("v=spf1 -all", Assert.Single((await Provider().ReadTxtAsync("example.com", "example.com", Stop)).Values).Text);
    }

    [Fact]
    public async Task What_stays_is_written_as_it_was_and_deleted_as_it_was()
    {
        _service.Zones["Z1"] = ("example.com", false);
        _service.Sets[(Name, "TXT")] = (60, ["foreign", "\"v=STSv1; id=1;\""]);
        var provider = Provider();
        var set = await provider.ReadTxtAsync("example.com", Name, Stop);

        await provider.ApplyAsync(Change(set, "v=STSv1; id=1;", "v=STSv1; id=2;"), Stop);

        Assert.Equal(["foreign", "\"v=STSv1; id=2;\""], _service.Sets[(Name, "TXT")].Values);
        Assert.Equal(60, _service.Sets[(Name, "TXT")].Ttl);
    }

    [Fact]
    public async Task A_change_between_the_last_look_and_the_write_is_a_conflict_of_the_service()
    {
        _service.Zones["Z1"] = ("example.com", false);
        _service.Sets[(Name, "TXT")] = (60, ["\"v=STSv1; id=1;\""]);
        var provider = Provider();
        var set = await provider.ReadTxtAsync("example.com", Name, Stop);
        _service.Next.Enqueue(Route53Double.Xml(200, """
            <ListResourceRecordSetsResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ResourceRecordSets><ResourceRecordSet><Name>_mta-sts.example.com.</Name><Type>TXT</Type><TTL>60</TTL>
            <ResourceRecords><ResourceRecord><Value>"v=STSv1; id=1;"</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></ResourceRecordSets><IsTruncated>false</IsTruncated></ListResourceRecordSetsResponse>
            """));
        _service.Sets[(Name, "TXT")] = (60, ["\"v=STSv1; id=theirs;\""]);

        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.ApplyAsync(Change(set, "v=STSv1; id=1;", "v=STSv1; id=2;"), Stop));

        Assert.Equal((ProviderErrorKind.Conflict, false), (error.Kind, error.MayHaveChanged));
        Assert.Contains("do not match the current values", error.Message, StringComparison.Ordinal);
        Assert.Equal(["\"v=STSv1; id=theirs;\""], _service.Sets[(Name, "TXT")].Values);
    }

    [Theory]
    [InlineData("<SetIdentifier>a</SetIdentifier><Weight>1</Weight><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>\"x\"</Value></ResourceRecord></ResourceRecords>")]
    public async Task Records_among_which_the_service_chooses_are_refused(string inner)
    {
        _service.Zones["Z1"] = ("example.com", false);
        _service.Extra.Add($"<ResourceRecordSet><Name>{Name}.</Name><Type>TXT</Type>{inner}</ResourceRecordSet>");
        Assert.Equal(ProviderErrorKind.InvalidRequest, (await FailsAsync(provider => provider.ReadTxtAsync("example.com", Name, Stop))).Kind);
    }

    [Fact]
    public async Task A_set_that_stands_for_another_is_an_alias()
    {
        _service.Zones["Z1"] = ("example.com", false);
        _service.Extra.Add($"<ResourceRecordSet><Name>{Name}.</Name><Type>TXT</Type><AliasTarget><HostedZoneId>Z1</HostedZoneId><DNSName>other.example.com.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget></ResourceRecordSet>");
        Assert.Equal("other.example.com", (await Provider().ReadTxtAsync("example.com", Name, Stop)).Alias);
    }

    [Fact]
    public async Task A_change_waits_until_all_servers_have_it()
    {
        _service.Zones["Z1"] = ("example.com", false);
        _service.PendingFor = 3;
        await PublishAsync(Provider(), advance: true);
        Assert.Equal(3, _service.Asked.Count(asked => asked == "GET /2013-04-01/change/C1"));
    }

    [Fact]
    public async Task Waiting_ends_with_its_time_and_the_change_counts()
    {
        _service.Zones["Z1"] = ("example.com", false);
        _service.PendingFor = int.MaxValue;
        await PublishAsync(Provider(options => options with { SyncTimeout = TimeSpan.FromSeconds(5) }), advance: true);
        Assert.InRange(_service.Asked.Count(asked => asked == "GET /2013-04-01/change/C1"), 2, 4);
        Assert.True(_service.Sets.ContainsKey((Name, "TXT")));
    }

    [Fact]
    public async Task A_change_whose_progress_must_not_be_asked_counts()
    {
        _service.Zones["Z1"] = ("example.com", false);
        var provider = Provider();
        var set = await provider.ReadTxtAsync("example.com", Name, Stop);
        _service.PendingFor = int.MaxValue;
        var asked = 0;
        _service.Before = request => request.Path.Contains("/change/", StringComparison.Ordinal) && ++asked > 0 ? Route53Double.Error(403, "AccessDenied", "not route53:GetChange") : null;

        await provider.ApplyAsync(Change(set, null, "v=STSv1; id=2;"), Stop);

        Assert.Equal(1, asked);
        Assert.True(_service.Sets.ContainsKey((Name, "TXT")));
    }

    [Theory]
    [InlineData(403, "InvalidClientTokenId", ProviderErrorKind.Unauthorized)]
    [InlineData(403, "SignatureDoesNotMatch", ProviderErrorKind.Unauthorized)]
    [InlineData(403, "ExpiredToken", ProviderErrorKind.Unauthorized)]
    [InlineData(400, "RequestExpired", ProviderErrorKind.Unauthorized)]
    [InlineData(403, "AccessDenied", ProviderErrorKind.Forbidden)]
    [InlineData(404, "NoSuchHostedZone", ProviderErrorKind.NotFound)]
    [InlineData(400, "Throttling", ProviderErrorKind.RateLimited)]
    [InlineData(400, "PriorRequestNotComplete", ProviderErrorKind.RateLimited)]
    [InlineData(400, "InvalidInput", ProviderErrorKind.InvalidRequest)]
    [InlineData(503, "ServiceUnavailable", ProviderErrorKind.Unavailable)]
    public async Task An_error_is_told_by_its_code(int status, string code, ProviderErrorKind kind)
    {
        _service.Zones["Z1"] = ("example.com", false);
        _service.Next.Enqueue(Route53Double.Error(status, code, "Words of the service\u202E"));
        var error = await FailsAsync(provider => provider.FindZoneAsync(Name, Stop));
        Assert.Equal((kind, false), (error.Kind, error.MayHaveChanged));
        Assert.Contains($"Words of the service\\u202E ({code})", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_throttled_is_asked_again()
    {
        _service.Zones["Z1"] = ("example.com", false);
        _service.Next.Enqueue(Route53Double.Error(400, "Throttling", "Rate exceeded"));
        var provider = new Route53Provider(new Route53Options { Credentials = Credentials(), Endpoint = _service.Endpoint, Http = new HttpApiOptions { FirstPause = TimeSpan.FromMilliseconds(1) } });
        Assert.Equal("example.com", await provider.FindZoneAsync(Name, Stop));
    }

    [Theory]
    [InlineData("no XML")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><x>&a;</x>")]
    [InlineData("<ListHostedZonesResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"/>")]
    [InlineData("<Other xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"/>")]
    [InlineData("<ListHostedZonesResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><HostedZones><HostedZone><Id>/hostedzone/a%2Fb</Id><Name>example.com.</Name></HostedZone></HostedZones><IsTruncated>false</IsTruncated></ListHostedZonesResponse>")]
    public async Task An_answer_that_is_none_is_told(string body)
    {
        _service.Next.Enqueue(new DoubleAnswer { Status = 200, Body = body, MediaType = "text/xml" });
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await FailsAsync(provider => provider.FindZoneAsync(Name, Stop))).Kind);
    }

    [Fact]
    public async Task An_answer_nested_without_end_is_told_and_does_not_crash()
    {
        _service.Next.Enqueue(new DoubleAnswer { Status = 200, Body = string.Concat(Enumerable.Repeat("<a>", 200_000)), MediaType = "text/xml" });
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await FailsAsync(provider => provider.FindZoneAsync(Name, Stop))).Kind);
    }

    [Fact]
    public async Task A_change_that_the_service_fails_on_may_have_been_made()
    {
        _service.Zones["Z1"] = ("example.com", false);
        var provider = Provider();
        var set = await provider.ReadTxtAsync("example.com", Name, Stop);
        _service.Before = request => request.Method == "POST" ? Route53Double.Error(500, "InternalFailure", "x") : null;
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.ApplyAsync(Change(set, null, "v=STSv1; id=2;"), Stop));
        Assert.Equal((ProviderErrorKind.Unavailable, true), (error.Kind, error.MayHaveChanged));
    }

    [Fact]
    public async Task Who_has_no_credentials_hears_so_and_nothing_is_asked()
    {
        var error = await FailsAsync(provider => provider.FindZoneAsync(Name, Stop), options => options with { Credentials = new NoCredentials() });
        Assert.Equal(ProviderErrorKind.Unauthorized, error.Kind);
        Assert.Contains("there is no proof of who asks: Nothing is there", error.Message, StringComparison.Ordinal);
        Assert.Empty(_service.Asked);
    }

    [Fact]
    public void What_can_be_printed_holds_no_secret()
    {
        var options = new Route53Options { Credentials = Credentials() };
        Assert.DoesNotContain(Secret, $"{options} {new Route53Provider(options)} {options.Credentials}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../x")]
    [InlineData("")]
    public void An_id_that_is_none_is_refused(string id) =>
        Assert.Throws<ArgumentException>(() => new Route53Provider(new Route53Options { Credentials = Credentials(), HostedZoneId = id }));

    [Fact]
    public void An_endpoint_without_protection_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Route53Provider(new Route53Options { Credentials = Credentials(), Endpoint = new Uri("http://route53.amazonaws.com") }));

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

    private Route53Provider Provider(Func<Route53Options, Route53Options>? change = null)
    {
        var options = new Route53Options { Credentials = Credentials(), Endpoint = _service.Endpoint, Http = new HttpApiOptions { Retries = 0, TimeProvider = Clock } };
        return new Route53Provider(change is null ? options : change(options));
    }

    private FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private async Task PublishAsync(Route53Provider provider, bool advance)
    {
        var set = await provider.ReadTxtAsync("example.com", Name, Stop);
        var change = provider.ApplyAsync(Change(set, null, "v=STSv1; id=2;"), Stop);
        while (advance && !change.IsCompleted)
        {
            await Task.Delay(5, Stop);
            Clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        await change;
    }

    private Task<DnsProviderException> FailsAsync(Func<Route53Provider, Task> ask, Func<Route53Options, Route53Options>? change = null) =>
        Assert.ThrowsAsync<DnsProviderException>(() => ask(Provider(change)));

    private sealed class NoCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new AmazonClientException("Nothing is there.\nA second line");
    }
}
