using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using MtaStsTools.Aws.Signing;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Aws.Route53;

/// <summary>The service's messages (API of 2013-04-01), written and read. What is read was bounded before and is believed in nothing.</summary>
/// <remarks>Whatever an answer lacks is a <see cref="FormatException"/>.</remarks>
internal static class Route53Xml
{
    private const int MaxValueLength = 4000;

    private static readonly XNamespace Api = "https://route53.amazonaws.com/doc/2013-04-01/";

    /// <summary>A change of one set as a whole: delete it exactly as it is, create the new one. The service makes both or neither.</summary>
    public static byte[] WriteChange(Route53RecordSet? old, Route53RecordSet? changed)
    {
        var changes = new XElement(Api + "Changes");
        if (old is not null)
            changes.Add(Change("DELETE", old));
        if (changed is not null)
            changes.Add(Change("CREATE", changed));
        return Write(new XElement(Api + "ChangeResourceRecordSetsRequest", new XElement(Api + "ChangeBatch", changes)));
    }

    /// <summary>An answer with a list of zones.</summary>
    public static Page<Route53Zone> ReadZones(ReadOnlyMemory<byte> answer)
    {
        var root = Read(answer, "ListHostedZonesResponse");
        return new Page<Route53Zone>(
            [.. Child(root, "HostedZones").Elements(Api + "HostedZone").Select(zone => Zone(zone, []))],
            IsTruncated(root) ? Text(root, "NextMarker") : null);
    }

    /// <summary>An answer with one zone and its name servers.</summary>
    public static Route53Zone ReadZone(ReadOnlyMemory<byte> answer)
    {
        var root = Read(answer, "GetHostedZoneResponse");
        var servers = root.Element(Api + "DelegationSet")?.Element(Api + "NameServers")?.Elements(Api + "NameServer") ?? [];
        return Zone(Child(root, "HostedZone"), [.. servers.Select(server => Name(server.Value))]);
    }

    /// <summary>An answer with sets of records, in the order of names, and whether there are more.</summary>
    public static (IReadOnlyList<Route53RecordSet> Sets, bool IsTruncated) ReadRecordSets(ReadOnlyMemory<byte> answer)
    {
        var root = Read(answer, "ListResourceRecordSetsResponse");
        return ([.. Child(root, "ResourceRecordSets").Elements(Api + "ResourceRecordSet").Select(RecordSet)], IsTruncated(root));
    }

    /// <summary>What a change is called and whether every server has it.</summary>
    public static (string Id, bool IsInSync) ReadChange(ReadOnlyMemory<byte> answer)
    {
        var info = Child(Read(answer, null), "ChangeInfo");
        return (LastPart(Text(info, "Id")), Text(info, "Status") == "INSYNC");
    }

    private static XElement Change(string action, Route53RecordSet set) => new(
        Api + "Change",
        new XElement(Api + "Action", action),
        new XElement(
            Api + "ResourceRecordSet",
            new XElement(Api + "Name", set.Name + "."),
            new XElement(Api + "Type", set.Type),
            new XElement(Api + "TTL", set.Ttl),
            new XElement(Api + "ResourceRecords", set.Values.Select(value => new XElement(Api + "ResourceRecord", new XElement(Api + "Value", value))))));

    private static byte[] Write(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
            new XDocument(root).Save(writer);
        return stream.ToArray();
    }

    private static XElement Read(ReadOnlyMemory<byte> answer, string? rootName)
    {
        var root = SafeXml.Read(answer) ?? throw new FormatException("is not XML, or is nested too deep");
        return rootName is null || root.Name == Api + rootName ? root : throw new FormatException("is to something else than what was asked");
    }

    private static Route53Zone Zone(XElement zone, IReadOnlyList<string> servers) => new()
    {
        Id = LastPart(Text(zone, "Id")),
        Name = Name(Text(zone, "Name")),
        IsPrivate = zone.Element(Api + "Config")?.Element(Api + "PrivateZone")?.Value == "true",
        NameServers = servers,
    };

    private static Route53RecordSet RecordSet(XElement set) => new()
    {
        Name = Name(Text(set, "Name")),
        Type = Text(set, "Type"),
        Ttl = set.Element(Api + "TTL") is { } ttl ? Seconds(ttl.Value) : null,
        Values = [.. (set.Element(Api + "ResourceRecords")?.Elements(Api + "ResourceRecord") ?? []).Select(record => Value(Text(record, "Value")))],
        AliasTarget = set.Element(Api + "AliasTarget") is { } target ? Name(Text(target, "DNSName")) : null,
        SetIdentifier = set.Element(Api + "SetIdentifier")?.Value,
    };

    private static bool IsTruncated(XElement root) => Text(root, "IsTruncated") == "true";

    private static string Value(string value) => value.Length <= MaxValueLength ? value : throw new FormatException("has a value longer than the service has any");

    private static int Seconds(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        ? seconds
        : throw new FormatException("has a time to live that is no number");

    private static string Text(XElement parent, string name) => Child(parent, name).Value;

    private static XElement Child(XElement parent, string name) => parent.Element(Api + name) ?? throw new FormatException($"has no {name}");

    // "/hostedzone/Z1" and "/change/C1".
    private static string LastPart(string id)
    {
        var last = id.Substring(id.LastIndexOf('/') + 1);
        return last.Length is > 0 and <= 64 && last.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            ? last
            : throw new FormatException("has an id that is none");
    }

    // Whatever is not a letter, a digit, a hyphen or an underscore stands there by three octal digits; none of our names has such.
    private static string Name(string name) => name.TrimEnd('.').ToLowerInvariant();
}
