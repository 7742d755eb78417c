using System.Globalization;
using DnsClient;
using DnsClient.Protocol;

namespace MtaStsTools.Dns;

/// <summary>Reads the responses to one question, however many the CNAME records make necessary, into one answer.</summary>
internal sealed class AnswerReader(string name, DnsRecordType type)
{
    // No response over TCP is longer than 64 KiB, and no use of these types needs more records than this.
    private const int MaxRecords = 1000;
    private readonly AliasChain _chain = new(name);
    private bool _authenticated = true;
    private bool _authoritative;
    private TimeSpan? _ttl;

    /// <summary>The name to ask for next.</summary>
    public string NextName => _chain.End;

    /// <summary>The answer, or null where the response gave only CNAME records, and <see cref="NextName"/> is to be asked for.</summary>
    public DnsAnswer? Read(IDnsQueryResponse response, string server, TimeSpan duration)
    {
        _authenticated &= response.Header.IsAuthenticData;
        _authoritative = response.Header.HasAuthorityAnswer;
        var moved = _chain.Follow(Aliases(response));
        if (_chain.IsEndless)
            return Fail(DnsOutcome.AliasLoop, "the CNAME records lead in a circle or too far", server, duration);

        var records = response.Answers.Where(IsAnswer).Take(MaxRecords).ToList();
        var code = response.Header.ResponseCode;
        if (records.Count > 0 && code == DnsHeaderResponseCode.NoError)
            return Collect(records, Answer(DnsOutcome.Answered, detail: null, server, duration));
        return code switch
        {
            // Authoritative servers do not follow an alias out of their zones; a negative answer to its end carries a SOA record.
            DnsHeaderResponseCode.NoError when moved && !response.Authorities.SoaRecords().Any() => null,
            DnsHeaderResponseCode.NoError => Answer(DnsOutcome.NoData, detail: null, server, duration, Apex(response.Authorities)),
            DnsHeaderResponseCode.NotExistentDomain =>
                Answer(DnsOutcome.NameDoesNotExist, "NXDOMAIN", server, duration, Apex(response.Authorities)),
            DnsHeaderResponseCode.ServerFailure => Fail(DnsOutcome.ServerFailure, "SERVFAIL", server, duration),
            DnsHeaderResponseCode.Refused => Fail(DnsOutcome.Refused, "REFUSED", server, duration),
            _ => Fail(DnsOutcome.Failed, Describe(code), server, duration),
        };
    }

    /// <summary>An answer that says why there is none.</summary>
    public DnsAnswer Fail(DnsOutcome outcome, string detail, string? server, TimeSpan duration)
    {
        (_authenticated, _authoritative, _ttl) = (false, false, null);
        return Answer(outcome, detail, server, duration);
    }

    private DnsAnswer Answer(DnsOutcome outcome, string? detail, string? server, TimeSpan duration, string? apex = null) => new()
    {
        Lookup = new DnsLookup
        {
            Name = name,
            Type = type.ToString(),
            Outcome = outcome,
            Server = server,
            Detail = detail,
            Aliases = [.. _chain.Targets],
            Ttl = outcome == DnsOutcome.Answered ? _ttl : null,
            Authenticated = _authenticated,
            Duration = duration,
        },
        IsAuthoritative = _authoritative,
        ZoneApex = apex,
    };

    private DnsAnswer Collect(List<DnsResourceRecord> records, DnsAnswer answer)
    {
        foreach (var record in records)
            Age(record);
        return answer with
        {
            Lookup = answer.Lookup with { Ttl = _ttl },
            Addresses = [.. records.OfType<AddressRecord>().Select(record => record.Address)],
            MailExchangers =
            [
                .. records.OfType<MxRecord>().Select(record => new MxFact(record.Preference, Text(record.Exchange)))
                    .OrderBy(mx => mx.Preference).ThenBy(mx => mx.Host, StringComparer.Ordinal),
            ],
            Texts = [.. records.OfType<TxtRecord>().Select(record => new TxtFact([.. record.Text.Zip(record.EscapedText, CharacterString.Read)]))],
            CertificateAssociations = [.. records.OfType<TlsaRecord>().Select(ToFact)],
            NameServers = [.. records.OfType<NsRecord>().Select(record => Text(record.NSDName))],
            ZoneApex = Apex(records),
        };
    }

    private Dictionary<string, string> Aliases(IDnsQueryResponse response)
    {
        var aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var record in response.Answers.OfType<CNameRecord>())
        {
            Age(record);
            aliases[Text(record.DomainName)] = Text(record.CanonicalName);
        }

        return aliases;
    }

    private void Age(DnsResourceRecord record)
    {
        // RFC 2181 §8: a TTL with the highest bit set counts as zero.
        var ttl = TimeSpan.FromSeconds(Math.Max(0, record.InitialTimeToLive));
        _ttl = _ttl < ttl ? _ttl : ttl;
    }

    private bool IsAnswer(DnsResourceRecord record) =>
        (int)record.RecordType == (int)type && string.Equals(Text(record.DomainName), _chain.End, StringComparison.OrdinalIgnoreCase);

    private static string? Apex(IEnumerable<DnsResourceRecord> records) =>
        records.OfType<SoaRecord>().FirstOrDefault() is { } soa ? Text(soa.DomainName) : null;

    // The library keeps odd octets of a name escaped; what is not ASCII are A-labels that it turned into U-labels, and they are turned back.
    private static string Text(DnsString text) =>
        DisplayText.Sanitize(string.Join(".", text.Value.TrimEnd('.').Split('.').Select(ToALabel)).ToLowerInvariant(), 1024);

    private static string ToALabel(string label) => label.Any(c => c > '~') ? new IdnMapping().GetAscii(label) : label;

    private static TlsaFact ToFact(TlsaRecord record) => new(
        (int)record.CertificateUsage,
        (int)record.Selector,
        (int)record.MatchingType,
        Hexadecimal.Of(record.CertificateAssociationData.ToArray()));

    private static string Describe(DnsHeaderResponseCode code) => code switch
    {
        DnsHeaderResponseCode.FormatError => "FORMERR",
        DnsHeaderResponseCode.NotImplemented => "NOTIMP",
        DnsHeaderResponseCode.NotAuthorized => "NOTAUTH",
        DnsHeaderResponseCode.NotZone => "NOTZONE",
        _ => $"response code {((int)code).ToString(CultureInfo.InvariantCulture)}",
    };
}
