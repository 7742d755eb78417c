using System.Text;
using System.Text.RegularExpressions;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>Edited zone files as BIND reads them: its own compiler says what was in the zone before and is after.</summary>
public sealed class ZoneFileTests : IDisposable
{
    private const string ZoneName = "example.test";
    private const string Name = "_mta-sts.example.test";

    private readonly ServerFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Random_zones_mean_the_same_but_for_the_change(int part)
    {
        Installed.Program("named-compilezone", "bind9-utils");
        var edited = 0;
        for (var seed = part * 1000; seed < (part * 1000) + 60; seed++)
        {
            var file = new RandomZoneFile(seed).Write();
            await WriteAsync(file);
            if (await CompileAsync() is not { } before)
                continue;
            edited += await EditAsync(file, before, seed) ? 1 : 0;
        }

        Assert.True(edited > 30, $"Only {edited} of 60 random zones were taken by BIND and edited.");
    }

    [Fact]
    public async Task A_server_that_reloads_has_the_new_record()
    {
        _folder.Write("example.test.zone", "$TTL 1h\n@ IN SOA ns1 hostmaster 7 1h 15m 2w 1h\n NS ns1\nns1 A 127.0.0.1\n_mta-sts TXT \"v=STSv1; id=1;\" ; ours\n");
        var provider = Provider();
        var set = await provider.ReadTxtAsync(ZoneName, Name, Stop);

        await provider.ApplyAsync(Change(set, set.Values, [TxtValue.FromText("v=STSv1; id=2;")]), Stop);

        Assert.Contains("OK", await ServerProcess.RunAsync(Installed.Program("named-checkzone", "bind9-utils"), [ZoneName, _folder["example.test.zone"]], Stop), StringComparison.Ordinal);
        var zone = await File.ReadAllTextAsync(_folder["example.test.zone"], Stop);
        await using var named = await Named.StartAuthorityAsync([new Zone(ZoneName, "") { Text = zone }], [], Stop);
        var resolver = new MtaStsTools.Dns.DnsResolver(new MtaStsTools.Dns.DnsResolverOptions { Servers = [named.EndPoint], Recursive = false });
        Assert.Equal(["v=STSv1; id=2;"], (await resolver.QueryAsync(Name, MtaStsTools.Dns.DnsRecordType.TXT, Stop)).Texts.Select(text => text.Text));
    }

    private async Task<bool> EditAsync(RandomZoneFile file, SortedSet<string> before, int seed)
    {
        var provider = Provider();
        var set = await provider.ReadTxtAsync(ZoneName, Name, Stop);
        if (set.Alias is not null)
            return false;
        var known = before.Where(line => IsOurs(line)).ToList();
        Assert.True(known.Count == set.Values.Count, $"BIND sees {known.Count} values, the provider {set.Values.Count}:\n{file}");
        var random = new Random(seed);
        var change = Change(
            set,
            [.. set.Values.Where(_ => random.Next(2) == 0)],
            random.Next(3) > 0 ? [TxtValue.FromText("v=STSv1; id=new;"), .. random.Next(2) == 0 ? [TxtValue.FromText("more \"quoted\" \\ ; \u00FF")] : Array.Empty<TxtValue>()] : []);
        if (change.IsEmpty)
            return false;
        try
        {
            await provider.ApplyAsync(change, Stop);
        }
        catch (DnsProviderException exception) when (exception.Kind == ProviderErrorKind.InvalidRequest)
        {
            // Records of one name in two files.
            Assert.True(exception.Message.Contains("several files", StringComparison.Ordinal), $"{exception.Message}\n{file}");
            return false;
        }

        var after = await CompileAsync() ?? throw new InvalidOperationException($"BIND no longer takes the zone:\n{file}\n--- after\n{await File.ReadAllTextAsync(_folder["example.test.zone"], Stop)}");
        var text = $"{file}\n--- after\n{await File.ReadAllTextAsync(_folder["example.test.zone"], Stop)}";
        Assert.True(before.Where(line => !IsOurs(line)).SequenceEqual(after.Where(line => !IsOurs(line)), StringComparer.Ordinal), $"Other records changed:\n{text}\n{string.Join('\n', before.Except(after).Concat(after.Except(before)))}");
        var own = after.Where(IsOurs).ToList();
        Assert.True(own.Count == change.Result.Count && own.All(line => line.Contains(" 777 IN TXT", StringComparison.Ordinal)), $"{string.Join('\n', own)}\n{text}");
        Assert.Equal(change.Result.ToHashSet(), (await provider.ReadTxtAsync(ZoneName, Name, Stop)).Values.ToHashSet());
        Assert.NotEqual(Serial(before), Serial(after));
        return true;
    }

    private static RecordChange Change(TxtRecordSet set, IReadOnlyList<TxtValue> remove, IReadOnlyList<TxtValue> add) => new()
    {
        Zone = ZoneName,
        RecordName = Name,
        Expected = set.Values,
        ExpectedTtl = set.Ttl,
        Remove = remove,
        Add = add,
        Ttl = TimeSpan.FromSeconds(777),
    };

    private static bool IsOurs(string line) => line.StartsWith(Name + ". ", StringComparison.OrdinalIgnoreCase) && line.Contains(" IN TXT ", StringComparison.Ordinal);

    private string? Serial(SortedSet<string> lines) => _serials.GetValueOrDefault(lines);

    private readonly Dictionary<SortedSet<string>, string> _serials = [];

    private ZoneFileProvider Provider() => new(new ZoneFileOptions { Path = _folder["example.test.zone"], Zone = ZoneName });

    private async Task WriteAsync(RandomZoneFile file)
    {
        await File.WriteAllTextAsync(_folder["example.test.zone"], file.Main, Encoding.Latin1, Stop);
        await File.WriteAllTextAsync(_folder["records.inc"], file.Included, Encoding.Latin1, Stop);
    }

    /// <summary>The records of the zone as BIND writes them out, one a line, without the serial; null where it does not take the zone.</summary>
    private async Task<SortedSet<string>?> CompileAsync()
    {
        var output = _folder["compiled"];
        File.Delete(output);
        try
        {
            await ServerProcess.RunAsync(
                Installed.Program("named-compilezone", "bind9-utils"),
                ["-i", "none", "-k", "ignore", "-n", "ignore", "-m", "ignore", "-s", "full", "-o", output, ZoneName, "example.test.zone"], Stop, folder: _folder.Path);
        }
        catch (InvalidOperationException)
        {
            return null;
        }

        var lines = new SortedSet<string>(StringComparer.Ordinal);
        var serial = "";
        foreach (var line in await File.ReadAllLinesAsync(output, Encoding.Latin1, Stop))
        {
            var words = Regex.Replace(line, @"[ \t]+", " ", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            if (Regex.Match(words, @" IN SOA \S+ \S+ (?<serial>[0-9]+) ", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is { Success: true } soa)
            {
                serial = soa.Groups["serial"].Value;
                words = words.Replace($" {serial} ", " ", StringComparison.Ordinal);
            }

            lines.Add(words);
        }

        _serials[lines] = serial;
        return lines;
    }
}
