using MtaStsTools.Dns;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>A name server with one zone whose key may change everything in it, and a way to change it that goes past the provider.</summary>
public abstract class UpdateZone : IAsyncLifetime
{
    public const string Name = "example.test";
    public const string RecordName = $"_mta-sts.{Name}";

    private readonly TsigSecret _secret = TsigSecret.Create("hmac-sha256");
    private TsigKey? _key;
    private IUpdateServer? _server;

    public DynamicUpdateProvider Provider => new(new DynamicUpdateOptions { Server = "127.0.0.1", Port = _server!.EndPoint.Port, Key = _key });

    public async ValueTask InitializeAsync()
    {
        _key = TsigKey.FromBase64(_secret.Name, _secret.Secret);
        _server = await StartAsync(_secret, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _key?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts the server with the zone <see cref="Name"/>, which the key may change.</summary>
    private protected abstract Task<IUpdateServer> StartAsync(TsigSecret secret, CancellationToken cancellationToken);

    public Task WriteAsync(IEnumerable<string> texts) => ReplaceAsync(texts.Select(text => Record(DnsRecordType.TXT, TxtValue.FromText(text).Rdata.ToArray())));

    public Task WriteAliasAsync(string target) => ReplaceAsync([Record(DnsRecordType.CNAME, WireName.FromText(target).Octets.ToArray())]);

    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        var answer = await AskAsync(new DnsMessage { Id = 0, Question = (WireName.FromText(RecordName), DnsRecordType.TXT, DnsClass.IN) });
        return [.. answer.Answers.Where(record => record.Type == DnsRecordType.TXT).Select(record => TxtValue.FromRdata(record.Rdata)!.Text)];
    }

    private static DnsRecord Record(DnsRecordType type, byte[] data, DnsClass @class = DnsClass.IN) =>
        new(WireName.FromText(RecordName), type, @class, @class == DnsClass.IN ? 300u : 0, data);

    private async Task ReplaceAsync(IEnumerable<DnsRecord> records)
    {
        var answer = await AskAsync(new DnsMessage
        {
            Id = 0,
            Opcode = DnsOpcode.Update,
            Question = (WireName.FromText(Name), DnsRecordType.SOA, DnsClass.IN),
            Authority = [Record(DnsRecordType.TXT, [], DnsClass.Any), Record(DnsRecordType.CNAME, [], DnsClass.Any), .. records],
        });
        Assert.Equal(DnsRcode.NoError, answer.Rcode);
    }

    private async Task<DnsMessage> AskAsync(DnsMessage request)
    {
        var client = new DnsTcpClient("127.0.0.1", _server!.EndPoint.Port, _key, TimeSpan.FromSeconds(10), TimeProvider.System);
        return (await client.ExchangeAsync(request, TestContext.Current.CancellationToken)).Answer ?? throw new InvalidOperationException(_server.Log);
    }
}
