using System.Globalization;
using MtaStsTools.Dns.Messages;

namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>Reads a zone from its file and the files that this includes, with the rules of RFC 1035 §5.1 and RFC 2308 §4 as BIND reads them.</summary>
/// <param name="load">Gives a file by its path, as <c>$INCLUDE</c> has it.</param>
/// <param name="path">The zone's own file.</param>
/// <param name="zone">The zone's name; null where the file says it.</param>
internal sealed class ZoneReader(Func<string, ZoneSource> load, string path, WireName? zone)
{
    private const string UnknownZone = "the zone's name is not known here, since the file leaves it to the configuration of the server";
    private const int MaxDepth = 16;
    private const int MaxSources = 256;

    private readonly List<ZoneSource> _sources = [];
    private readonly List<ZoneRecord> _records = [];
    private readonly List<GeneratedNames> _generated = [];

    // The times to live of the record sets of the name that is being read.
    private readonly Dictionary<string, uint> _setTtls = new(StringComparer.Ordinal);

    private WireName? _origin = zone;
    private WireName? _owner;
    private uint? _defaultTtl;
    private uint? _lastTtl;
    private int _depth;

    /// <exception cref="MasterFileException">The files are not those of a zone.</exception>
    public ZoneContent Read()
    {
        ReadSource(path);
        var soas = _records.FindAll(record => record.Type == "SOA");
        if (soas.Count != 1)
            throw new MasterFileException(1, $"a zone has one SOA record, and here are {soas.Count.ToString(CultureInfo.InvariantCulture)}");
        return new ZoneContent { Sources = _sources, Records = _records, Generated = _generated, Soa = soas[0] };
    }

    private void ReadSource(string name)
    {
        if (++_depth > MaxDepth)
            throw new MasterFileException(1, "files include one another too deeply") { Path = name };
        var source = Open(name);
        var line = 0;
        try
        {
            foreach (var entry in MasterFileLexer.Read(source.Text))
            {
                line = entry.Line;
                if (entry.IsDirective)
                    ReadDirective(entry);
                else
                    ReadRecord(entry, source);
            }
        }
        catch (MasterFileException exception) when (exception.Path is null && source != _sources[0])
        {
            throw new MasterFileException(line, exception.Message) { Path = source.Path };
        }

        _depth--;
    }

    private ZoneSource Open(string name)
    {
        var source = load(name);
        if (_sources.Find(known => string.Equals(known.Path, source.Path, StringComparison.Ordinal)) is { } known)
            source = known;
        else if (_sources.Count == MaxSources)
            throw new MasterFileException(1, "a zone of so many files is not read") { Path = name };
        else
            _sources.Add(source);
        source.Uses++;
        return source;
    }

    private void ReadDirective(MasterFileEntry entry)
    {
        var words = entry.Tokens;
        switch (words[0].Raw.ToUpperInvariant())
        {
            case "$ORIGIN":
                _origin = Name(entry, Word(entry, 1));
                break;
            case "$TTL":
                _defaultTtl = MasterFileText.ReadTtl(Word(entry, 1)) ?? throw new MasterFileException(entry.Line, "$TTL is not followed by a time to live");
                break;
            case "$INCLUDE":
                Include(entry);
                break;
            case "$GENERATE":
                _generated.Add(new GeneratedNames(Word(entry, 2), Origin(entry), entry.Line));
                break;
            default:
                throw new MasterFileException(entry.Line, $"the directive {DisplayText.Sanitize(words[0].Raw, 32)} is not known");
        }
    }

    private void Include(MasterFileEntry entry)
    {
        var (origin, owner) = (_origin, _owner);
        var file = Word(entry, 1);
        if (entry.Tokens.Count > 2)
            _origin = Name(entry, entry.Tokens[2].Raw);
        ReadSource(file.Trim('"'));
        (_origin, _owner) = (origin, owner);
    }

    private void ReadRecord(MasterFileEntry entry, ZoneSource source)
    {
        var at = 0;
        var last = _records.Count > 0 ? _records[_records.Count - 1].Owner : null;
        if (!entry.BeginsWithBlank)
            _owner = Name(entry, entry.Tokens[at++].Raw);
        if (_owner?.Equals(last) == false)
            _setTtls.Clear();
        var owner = _owner ?? throw new MasterFileException(entry.Line, "the first record has no name");

        MasterFileToken? ttlToken = null;
        string? @class = null;
        var type = default(MasterFileToken);
        for (; at < entry.Tokens.Count; at++)
        {
            type = entry.Tokens[at];
            if (ttlToken is null && MasterFileText.ReadTtl(type.Raw) is not null)
                ttlToken = type;
            else if (@class is null && IsClass(type.Raw))
                @class = type.Raw;
            else
                break;
        }

        if (at >= entry.Tokens.Count || type.IsQuoted || !(type.Raw[0] is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')))
            throw new MasterFileException(entry.Line, "a record has no type");

        var kind = type.Is("TYPE16") ? "TXT" : type.Raw.ToUpperInvariant();
        // A file that leaves out what $ORIGIN would say may still begin with the zone's own name.
        if (kind == "SOA")
            _origin ??= owner;
        IReadOnlyList<MasterFileToken> rdata = [.. entry.Tokens.Skip(at + 1)];
        _records.Add(new ZoneRecord
        {
            Source = source,
            Entry = entry,
            Owner = owner,
            Origin = Origin(entry),
            Ttl = Ttl(entry, kind, ttlToken, rdata),
            TtlToken = ttlToken,
            IsInternet = @class is null || string.Equals(@class, "IN", StringComparison.OrdinalIgnoreCase) || string.Equals(@class, "CLASS1", StringComparison.OrdinalIgnoreCase),
            Type = kind,
            TypeToken = type,
            Rdata = rdata,
            Txt = kind != "TXT" ? null : MasterFileText.ReadTxt(rdata) ?? throw new MasterFileException(entry.Line, "a TXT record cannot be read; a string of it has at most 255 octets"),
        });
    }

    /// <summary>Its own; else $TTL; else that of the record before (RFC 1035 §5.1); the SOA record may lend its last field.</summary>
    private uint Ttl(MasterFileEntry entry, string type, MasterFileToken? given, IReadOnlyList<MasterFileToken> rdata)
    {
        if (type == "SOA" && rdata.Count < 7)
            throw new MasterFileException(entry.Line, "the SOA record does not have its seven fields");
        if (given is { } token)
            _lastTtl = MasterFileText.ReadTtl(token.Raw);
        else if (_defaultTtl is { } ttl)
            _lastTtl = ttl;
        else if (_lastTtl is null && type == "SOA")
            _lastTtl = _defaultTtl = MasterFileText.ReadTtl(rdata[6].Raw);
        if (_lastTtl is not { } found)
            throw new MasterFileException(entry.Line, "no time to live is known for the first record; set one with $TTL");

        // One set has one (RFC 2181 §5.2): that of its first record.
        if (_setTtls.TryGetValue(type, out var ofSet))
            _lastTtl = ofSet;
        else
            _setTtls.Add(type, found);
        return _lastTtl.Value;
    }

    private static bool IsClass(string raw) =>
        raw.ToUpperInvariant() is "IN" or "CH" or "HS" or "CS" or "CHAOS" or "HESIOD"
        || (raw.StartsWith("CLASS", StringComparison.OrdinalIgnoreCase) && raw.Length > 5 && raw[5] is >= '0' and <= '9');

    private WireName Origin(MasterFileEntry entry) => _origin ?? throw new MasterFileException(entry.Line, UnknownZone);

    private WireName Name(MasterFileEntry entry, string raw)
    {
        var absolute = raw.EndsWith(".", StringComparison.Ordinal);
        return MasterFileText.ReadName(raw, _origin)
            ?? throw new MasterFileException(entry.Line, _origin is null && !absolute ? UnknownZone : $"'{DisplayText.Sanitize(raw, 80)}' is not a domain name");
    }

    private static string Word(MasterFileEntry entry, int index) =>
        index < entry.Tokens.Count ? entry.Tokens[index].Raw : throw new MasterFileException(entry.Line, $"{entry.Tokens[0].Raw} lacks what belongs behind it");
}
