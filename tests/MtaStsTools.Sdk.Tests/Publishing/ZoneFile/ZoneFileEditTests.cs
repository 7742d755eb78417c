using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.ZoneFile;

/// <summary>What an edit changes in the text of a zone file, and that it changes nothing else.</summary>
public sealed class ZoneFileEditTests : IDisposable
{
    private const string Name = "_mta-sts.example.test";
    private const string Soa = "@ IN SOA ns1 hostmaster 7 3600 900 1209600 3600\n";
    private const string SoaAfter = "@ IN SOA ns1 hostmaster 8 3600 900 1209600 3600\n";

    private readonly ZoneFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    // Each has the text before (without $TTL and SOA) and after; the value "v=STSv1; id=1;" becomes "v=STSv1; id=2;" with the TTL 300.
    [Theory]
    [InlineData("_mta-sts 300 IN TXT \"v=STSv1; id=1;\" ; ours\n", "_mta-sts 300 IN TXT \"v=STSv1; id=2;\" ; ours\n")]
    [InlineData("_MTA-STS\t IN  300 TXT  v=STSv1\\;\\ id=1\\;\n", "_MTA-STS\t IN  300 TXT  \"v=STSv1; id=2;\"\n")]
    [InlineData("_mta-sts.example.test. 5M TXT \"v=STSv1; \" \"id=1;\"", "_mta-sts.example.test. 5M TXT \"v=STSv1; id=2;\" ")]
    [InlineData("_mta-sts ( 300 TXT ; first\n  \"v=STSv1; \" ; second (\n  \"id=1;\" )\n", "_mta-sts ( 300 TXT ; first\n  \"v=STSv1; id=2;\" ; second (\n   )\n")]
    [InlineData("$ORIGIN _mta-sts\n@ TXT \"v=STSv1; id=1;\"\n$ORIGIN test.\nexample A 192.0.2.1\n", "$ORIGIN _mta-sts\n@ 300 TXT \"v=STSv1; id=2;\"\n$ORIGIN test.\nexample A 192.0.2.1\n")]
    [InlineData("_mta-sts 1h TXT \"v=STSv1; id=1;\"\r\nmail A 192.0.2.9\r\n", "_mta-sts 300 TXT \"v=STSv1; id=2;\"\r\nmail A 192.0.2.9\r\n")]
    [InlineData("_mta-sts TXT \"v=STSv1; id=1;\"\n TXT \"v=spf1 -all\"\n", "_mta-sts 300 TXT \"v=STSv1; id=2;\"\n 300 TXT \"v=spf1 -all\"\n")]
    [InlineData("_mta-sts 300 TYPE16 \\# 15 0E763D53545376313B2069643D313B\n", "_mta-sts 300 TYPE16 \"v=STSv1; id=2;\"  \n")]
    [InlineData("\\095mta-sts 300 TXT \"v=STSv1\\059 id=1;\"\n", "\\095mta-sts 300 TXT \"v=STSv1; id=2;\"\n")]
    [InlineData("sub NS ns.sub\n_mta-sts 300 TXT \"v=STSv1; id=1;\"\n\tA 192.0.2.1\n", "sub NS ns.sub\n_mta-sts 300 TXT \"v=STSv1; id=2;\"\n\tA 192.0.2.1\n")]
    public async Task A_new_id_takes_the_place_of_the_old_and_every_other_octet_stays(string before, string after)
    {
        _folder.Text = $"$TTL 3600\n{Soa}{before}";
        await ReplaceAsync(["v=STSv1; id=1;"], ["v=STSv1; id=2;"], 300);
        Assert.Equal($"$TTL 3600\n{SoaAfter}{after}", _folder.Text);
    }

    [Theory]
    [InlineData("mail A 192.0.2.9\n", "mail A 192.0.2.9\n_mta-sts.example.test.\t300\tIN\tTXT\t\"v=STSv1; id=2;\"\n")]
    [InlineData("$ORIGIN sub\nmail A 192.0.2.9", "$ORIGIN sub\nmail A 192.0.2.9\n_mta-sts.example.test.\t300\tIN\tTXT\t\"v=STSv1; id=2;\"\n")]
    [InlineData("_mta-sts 300 TXT \"other\" ; kept\n A 192.0.2.9\n", "_mta-sts 300 TXT \"other\" ; kept\n_mta-sts\t300\tIN\tTXT\t\"v=STSv1; id=2;\"\n A 192.0.2.9\n")]
    [InlineData("_mta-sts A 192.0.2.9\n 300 TXT \"other\"\n", "_mta-sts A 192.0.2.9\n 300 TXT \"other\"\n_mta-sts\t300\tIN\tTXT\t\"v=STSv1; id=2;\"\n")]
    public async Task A_first_record_goes_behind_those_of_its_name_or_to_the_end(string before, string after)
    {
        _folder.Text = $"$TTL 3600\n{Soa}{before}";
        await ReplaceAsync([], ["v=STSv1; id=2;"], 300);
        Assert.Equal($"$TTL 3600\n{SoaAfter}{after}", _folder.Text);
    }

    [Theory]
    [InlineData("mail A 192.0.2.9\n_mta-sts TXT \"v=STSv1; id=1;\"\n", "mail A 192.0.2.9\n")]
    [InlineData("mail A 192.0.2.9\n_mta-sts TXT \"v=STSv1; id=1;\"\n A 192.0.2.1\n", "mail A 192.0.2.9\n_mta-sts A 192.0.2.1\n")]
    [InlineData("mail A 192.0.2.9\n_mta-sts TXT \"v=STSv1; id=1;\"\n; note\n\n$ORIGIN sub\n A 192.0.2.1\n", "mail A 192.0.2.9\n; note\n\n$ORIGIN sub\n_mta-sts.example.test. A 192.0.2.1\n")]
    [InlineData("a TXT x\n_mta-sts TXT \"v=STSv1; id=1;\"\n TXT \"v=spf1 -all\"\n", "a TXT x\n_mta-sts TXT \"v=spf1 -all\"\n")]
    [InlineData("_mta-sts TXT ( \"v=STSv1; id=1;\" ; a\n ; b\n)\nmail A 192.0.2.9\n", "mail A 192.0.2.9\n")]
    public async Task A_removed_record_leaves_its_name_to_those_that_took_it(string before, string after)
    {
        _folder.Text = $"$TTL 3600\n{Soa}{before}";
        await ReplaceAsync(["v=STSv1; id=1;"], [], 3600);
        Assert.Equal($"$TTL 3600\n{SoaAfter}{after}", _folder.Text);
    }

    [Fact]
    public async Task Without_a_default_a_record_that_lent_its_time_to_live_leaves_it_behind()
    {
        _folder.Text = "@ 500 IN SOA ns1 hostmaster 7 3600 900 1209600 3600\n_mta-sts 600 TXT \"v=STSv1; id=1;\"\nmail A 192.0.2.9\nnext A 192.0.2.10\n";
        await ReplaceAsync(["v=STSv1; id=1;"], [], 3600);
        Assert.Equal("@ 500 IN SOA ns1 hostmaster 8 3600 900 1209600 3600\nmail 600 A 192.0.2.9\nnext A 192.0.2.10\n", _folder.Text);
    }

    [Fact]
    public async Task The_last_field_of_the_SOA_record_is_the_default_where_there_is_none()
    {
        _folder.Text = "@ IN SOA ns1 hostmaster 7 3600 900 1209600 1h30m\n_mta-sts TXT \"v=STSv1; id=1;\"\n";
        Assert.Equal(TimeSpan.FromSeconds(5400), (await _folder.Provider().ReadTxtAsync("example.test", Name, Stop)).Ttl);
    }

    [Fact]
    public async Task A_record_in_an_included_file_is_changed_there_and_the_serial_in_its_own()
    {
        await File.WriteAllTextAsync(_folder.File("mail.inc"), "_mta-sts 300 TXT \"v=STSv1; id=1;\"\n", Stop);
        _folder.Text = $"$TTL 3600\n{Soa}$INCLUDE mail.inc example.test. ; mail\n TXT \"at the apex\"\n";

        await ReplaceAsync(["v=STSv1; id=1;"], ["v=STSv1; id=2;"], 300);

        Assert.Equal("_mta-sts 300 TXT \"v=STSv1; id=2;\"\n", await File.ReadAllTextAsync(_folder.File("mail.inc"), Stop));
        Assert.Equal($"$TTL 3600\n{SoaAfter}$INCLUDE mail.inc example.test. ; mail\n TXT \"at the apex\"\n", _folder.Text);
    }

    [Fact]
    public async Task Octets_that_are_no_text_stay_as_they_are()
    {
        _folder.Text = $"$TTL 3600\n; Z\u00FCrich \u0080\u00FF\n{Soa}city TXT \"Z\u00FCrich\"\n";
        await ReplaceAsync([], ["v=STSv1; id=2;"], 3600);
        Assert.StartsWith($"$TTL 3600\n; Z\u00FCrich \u0080\u00FF\n{SoaAfter}city TXT \"Z\u00FCrich\"\n_mta-sts", _folder.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@", "$TTL 1h\n{0} IN SOA ns1 hostmaster 7 1 1 1 1\n", "configuration of the server")]
    [InlineData("example.test.", "$TTL 1h\n{0} IN SOA ns1 hostmaster 7 1 1 1 1\n_mta-sts TXT \"v=STSv1; id=1;\"\n", null)]
    [InlineData("example", "$TTL 1h\n$ORIGIN test.\n{0} IN SOA ns1 hostmaster 7 1 1 1 1\n$ORIGIN example.test.\n_mta-sts TXT \"v=STSv1; id=1;\"\n", null)]
    public async Task The_file_may_say_its_zone(string owner, string text, string? reason)
    {
        _folder.Text = string.Format(System.Globalization.CultureInfo.InvariantCulture, text, owner);
        var provider = _folder.Provider(options => options with { Zone = null });
        if (reason is null)
        {
            Assert.Equal("example.test", await provider.FindZoneAsync(Name, Stop));
            Assert.Single((await provider.ReadTxtAsync("example.test", Name, Stop)).Values);
        }
        else
        {
            var error = await Assert.ThrowsAsync<DnsProviderException>(() => provider.FindZoneAsync(Name, Stop));
            Assert.Contains(reason, error.Message, StringComparison.Ordinal);
            Assert.Contains("give the zone", error.Remedy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_servers_of_the_zone_are_told_with_the_addresses_that_it_has()
    {
        _folder.WriteTexts([]);
        var servers = await _folder.Provider().GetNameServersAsync("example.test", Stop);
        Assert.Equal(["ns1.example.test 192.0.2.1", "ns2.elsewhere.example "], servers.Select(server => $"{server.Name} {string.Join(',', server.Addresses)}"));
    }

    private async Task ReplaceAsync(string[] remove, string[] add, int ttl)
    {
        var provider = _folder.Provider();
        var set = await provider.ReadTxtAsync("example.test", Name, Stop);
        var change = new RecordChange
        {
            Zone = "example.test",
            RecordName = Name,
            Expected = set.Values,
            ExpectedTtl = set.Ttl,
            Remove = [.. set.Values.Where(value => remove.Contains(value.Text))],
            Add = [.. add.Select(TxtValue.FromText)],
            Ttl = TimeSpan.FromSeconds(ttl),
        };
        await provider.ApplyAsync(change, Stop);
        var after = await provider.ReadTxtAsync("example.test", Name, Stop);
        Assert.Equal(change.Result.ToHashSet(), after.Values.ToHashSet());
        Assert.Equal(change.Result.Count == 0 ? null : change.Ttl, after.Ttl);
    }
}
