using System.Globalization;

namespace MtaStsTools.Doubles.Dns;

/// <summary>A service that keeps DNS zones.</summary>
public abstract class DnsServiceDouble : ServiceDouble
{
    private int _ids;

    /// <summary>The secret that the service knows.</summary>
    public string Secret { get; } = "s3cret-Of-The-Double-" + Guid.NewGuid().ToString("N");

    /// <summary>The zones and their name servers.</summary>
    public Dictionary<string, string[]> Zones { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the service keeps; use it with no request under way.</summary>
    public List<DoubleRecord> Records { get; } = [];

    public void AddZone(string name, params string[] nameServers) => Alone(() => Zones[name] = nameServers.Length > 0 ? nameServers : ["ns1.provider.test", "ns2.provider.test"]);

    /// <summary>The texts of a name that are served.</summary>
    public IReadOnlyList<string> Texts(string name) => Alone(() => Records.Where(record => record.Is(name, "TXT") && !record.IsDisabled).Select(record => ToText(record.Content)).ToList());

    /// <summary>The contents of a name's TXT records as the service keeps them.</summary>
    public IReadOnlyList<string> Contents(string name) => Alone(() => Records.Where(record => record.Is(name, "TXT")).Select(record => record.Content).ToList());

    /// <summary>Puts texts in the place of those of a name, as somebody else would.</summary>
    public void SetTexts(string zone, string name, params string[] texts) => Alone(() =>
    {
        Records.RemoveAll(record => record.Is(name, "TXT"));
        foreach (var text in texts)
            Keep(zone, name, "TXT", ToContent(text));
        Changed(zone);
        return true;
    });

    /// <summary>Adds a record, as somebody else would.</summary>
    public DoubleRecord Add(string zone, string name, string type, string content, bool isDisabled = false, string? comment = null) => Alone(() =>
    {
        var record = Keep(zone, name, type, content, isDisabled: isDisabled, comment: comment);
        Changed(zone);
        return record;
    });

    /// <summary>Makes a name an alias, as somebody else would.</summary>
    public void SetAlias(string zone, string name, string target)
    {
        SetTexts(zone, name);
        Add(zone, name, "CNAME", ToTarget(target));
    }

    /// <summary>A name as the service writes it in the data of a record.</summary>
    public virtual string ToTarget(string name) => name + ".";

    protected virtual string ToContent(string text) => MasterFileText.Write(text);

    protected virtual string ToText(string content) => MasterFileText.Read(content);

    /// <summary>The zone is no longer what it was.</summary>
    protected virtual void Changed(string zone)
    {
    }

    protected DoubleRecord Keep(string zone, string name, string type, string content, int ttl = 3600, bool isDisabled = false, string? comment = null)
    {
        var id = (++_ids).ToString("x32", CultureInfo.InvariantCulture);
        var record = new DoubleRecord { Id = id, Zone = zone, Name = name, Type = type, Content = content, Ttl = ttl, IsDisabled = isDisabled, Comment = comment };
        Records.Add(record);
        return record;
    }
}
