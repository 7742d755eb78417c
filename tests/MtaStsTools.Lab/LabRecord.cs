using System.Net;
using System.Text;
using MtaStsTools.Lab.Dns;

namespace MtaStsTools.Lab;

/// <summary>
/// One resource record of a scenario's zone. Names are read as in a zone file: relative to the scenario's domain
/// unless they end in a dot, and <c>@</c> is the domain itself.
/// </summary>
/// <param name="Name">The owner.</param>
/// <param name="Type">The type.</param>
/// <param name="Value">The presentation value: an address, a name, <c>10 mx1</c> …; unused where <paramref name="Data"/> is given.</param>
/// <param name="Ttl">Time to live in seconds.</param>
/// <param name="Data">The raw RDATA, for values that text cannot express.</param>
public sealed record LabRecord(string Name, DnsType Type, string Value, uint Ttl = 300, IReadOnlyList<byte>? Data = null)
{
    /// <summary>A TXT record of one or more strings, each at most 255 octets of Latin-1.</summary>
    public static LabRecord Txt(string name, params string[] strings)
    {
        var writer = new DnsWriter();
        foreach (var text in strings)
        {
            var octets = Encoding.Latin1.GetBytes(text);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(octets.Length, 255, nameof(strings));
            writer.U8((byte)octets.Length);
            writer.Bytes(octets);
        }

        return new LabRecord(name, DnsType.Txt, string.Concat(strings), Data: writer.ToArray());
    }

    /// <summary>An A or AAAA record, by the address's family.</summary>
    public static LabRecord Address(string name, IPAddress address) =>
        new(name, address.GetAddressBytes().Length == 4 ? DnsType.A : DnsType.Aaaa, address.ToString());

    /// <summary>An MX record.</summary>
    public static LabRecord Mx(string name, ushort preference, string exchange) =>
        new(name, DnsType.Mx, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{preference} {exchange}"));

    /// <summary>A CNAME record.</summary>
    public static LabRecord Cname(string name, string target) => new(name, DnsType.Cname, target);

    /// <summary>A TLSA record (RFC 6698 §2.1).</summary>
    public static LabRecord Tlsa(string name, byte usage, byte selector, byte matching, byte[] data) =>
        new(name, DnsType.Tlsa, "", Data: [usage, selector, matching, .. data]);

    internal DnsResource ToResource(string origin) =>
        new(DnsName.Absolute(Name, origin), Type, DnsClass.In, Ttl, Data is null ? Encode(origin) : [.. Data]);

    private byte[] Encode(string origin)
    {
        var writer = new DnsWriter();
        switch (Type)
        {
            case DnsType.A or DnsType.Aaaa:
                writer.Bytes(IPAddress.Parse(Value).GetAddressBytes());
                break;
            case DnsType.Ns or DnsType.Cname:
                writer.Name(DnsName.Absolute(Value, origin));
                break;
            case DnsType.Mx:
                var parts = Value.Split(' ');
                writer.U16(ushort.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture));
                writer.Name(DnsName.Absolute(parts[1], origin));
                break;
            default:
                throw new NotSupportedException($"Give the data of a {Type} record as octets.");
        }

        return writer.ToArray();
    }
}
