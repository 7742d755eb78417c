using MtaStsTools.Doubles.Dns;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Http;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Rest;

public sealed class PowerDnsProviderTests : RestProviderContract
{
    [Fact]
    public async Task A_disabled_record_is_not_read_and_not_lost()
    {
        Service.SetTexts("example.com", "_mta-sts.example.com", "v=STSv1; id=1;");
        var disabled = Service.Add("example.com", "_mta-sts.example.com", "TXT", "\"kept\"", isDisabled: true);

        await ApplyAsync(Create(), "v=STSv1; id=1;", "v=STSv1; id=2;");

        Assert.Equal(["v=STSv1; id=2;"], Service.Texts("_mta-sts.example.com"));
        Assert.Contains(disabled.Content, Service.Contents("_mta-sts.example.com"));
    }

    [Fact]
    public async Task Name_servers_inside_the_zone_come_with_their_addresses()
    {
        Service.AddZone("inside.test", "ns1.inside.test");
        Service.Add("inside.test", "ns1.inside.test", "A", "192.0.2.7");
        Service.Add("inside.test", "ns1.inside.test", "AAAA", "2001:db8::7");
        var server = Assert.Single(await Create().GetNameServersAsync("inside.test", Stop));
        Assert.Equal(["192.0.2.7", "2001:db8::7"], server.Addresses.Select(address => address.ToString()));
    }

    [Theory]
    [InlineData("two words of a secret")]
    [InlineData("s\u00E9cret")]
    public void A_key_that_no_header_can_carry_is_refused_without_showing_it(string key)
    {
        var error = Assert.Throws<ArgumentException>(() => new PowerDnsProvider(Options(new Uri("https://dns.example.com"), key)));
        Assert.DoesNotContain(key, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_can_be_printed() => Assert.DoesNotContain("abcdef", Options(new Uri("https://dns.example.com"), "abcdef").ToString(), StringComparison.Ordinal);

    private protected override DnsServiceDouble CreateService() => new PowerDnsDouble();

    private protected override IDnsRecordProvider CreateProvider(DnsServiceDouble service, string secret, HttpApiOptions api) =>
        new PowerDnsProvider(Options(service.Endpoint, secret) with { Api = api, SettlingTime = TimeSpan.FromMilliseconds(100) });

    private static PowerDnsOptions Options(Uri endpoint, string key) => new() { Endpoint = endpoint, ApiKey = ProviderSecret.FromText(key) };
}
