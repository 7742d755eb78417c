using MtaStsTools.Doubles;
using MtaStsTools.Doubles.Dns;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Http;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Rest;

public sealed class CloudflareDnsProviderTests : RestProviderContract
{
    private const string Zone = "example.com";
    private const string Record = "_mta-sts.example.com";

    [Fact]
    public async Task A_record_from_before_texts_were_quoted_is_read_as_it_stands()
    {
        Service.Add(Zone, Record, "TXT", "v=spf1 include:\"x\" -all");
        Assert.Equal("v=spf1 include:\"x\" -all", Assert.Single((await Create().ReadTxtAsync(Zone, Record, Stop)).Values).Text);
    }

    [Fact]
    public async Task A_time_to_live_that_the_service_chooses_is_five_minutes()
    {
        var record = Service.Add(Zone, Record, "TXT", "\"v=STSv1; id=1;\"");
        Service.Records[Service.Records.IndexOf(record)] = record with { Ttl = 1 };
        Assert.Equal(TimeSpan.FromMinutes(5), (await Create().ReadTxtAsync(Zone, Record, Stop)).Ttl);
    }

    [Fact]
    public async Task The_note_of_a_record_goes_on_to_what_replaces_it()
    {
        Service.Add(Zone, Record, "TXT", "\"v=STSv1; id=1;\"", comment: "Ask the mail team.");
        await ApplyAsync(Create(), "v=STSv1; id=1;", "v=STSv1; id=2;");
        Assert.Equal("Ask the mail team.", Service.Records.Single(record => record.Is(Record, "TXT")).Comment);
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        ((CloudflareDnsDouble)Service).PageSize = 3;
        Service.SetTexts(Zone, Record, [.. Enumerable.Range(0, 10).Select(number => $"text {number}")]);
        Assert.Equal(10, (await Create().ReadTxtAsync(Zone, Record, Stop)).Values.Count);
    }

    [Theory]
    [InlineData(400, 6003, ProviderErrorKind.Unauthorized)]
    [InlineData(403, 9109, ProviderErrorKind.Unauthorized)]
    [InlineData(403, 9999, ProviderErrorKind.Forbidden)]
    public async Task A_token_that_is_not_accepted_is_told_from_one_that_may_not(int status, int code, ProviderErrorKind kind)
    {
        Service.Fault = _ => ServiceAnswer.Json(status, new { success = false, errors = new[] { new { code, message = "No." } } });
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => Create().FindZoneAsync(Record, Stop));
        Assert.Equal(kind, error.Kind);
        Assert.EndsWith("It says: No.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rival_that_does_not_give_way_is_told()
    {
        var set = await Create().ReadTxtAsync(Zone, Record, Stop);
        var isDone = 0;
        Service.Before = request =>
        {
            // Somebody else, who never looks back: their record comes right after ours.
            if (request.IsRead && Service.Texts(Record).Count == 1 && Interlocked.Exchange(ref isDone, 1) == 0)
                Service.Add(Zone, Record, "TXT", "\"v=STSv1; id=theirs;\"");
        };

        var error = await Assert.ThrowsAsync<DnsProviderException>(() => Create().ApplyAsync(
            new RecordChange { Zone = Zone, RecordName = Record, Expected = set.Values, Add = [TxtValue.FromText("v=STSv1; id=ours;")], Ttl = TimeSpan.FromHours(1) }, Stop));

        Assert.Equal((ProviderErrorKind.Conflict, true), (error.Kind, error.MayHaveChanged));
    }

    private protected override DnsServiceDouble CreateService() => new CloudflareDnsDouble();

    private protected override IDnsRecordProvider CreateProvider(DnsServiceDouble service, string secret, HttpApiOptions api) => new CloudflareDnsProvider(
        new CloudflareDnsOptions { Endpoint = service.Endpoint, ApiToken = ProviderSecret.FromText(secret), Api = api, SettlingTime = TimeSpan.FromMilliseconds(100) });
}
