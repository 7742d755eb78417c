using System.Globalization;
using System.Text;
using MtaStsTools.Dns.Messages;

namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>The words of master files: names, times to live and character-strings (RFC 1035 §5.1), read, and names written.</summary>
internal static class MasterFileText
{
    private const int MaxStringLength = 255;

    /// <summary>The name that a word stands for; null where it is none, or relative to an origin that is not known.</summary>
    public static WireName? ReadName(string raw, WireName? origin)
    {
        if (raw == "@")
            return origin;
        if (raw == ".")
            return WireName.Root;
        var octets = new List<byte>(raw.Length + 2);
        var (label, at) = (0, 0);
        octets.Add(0);
        while (at < raw.Length)
        {
            if (raw[at] == '.')
            {
                if (!EndLabel())
                    return null;
                at++;
                if (at == raw.Length)
                    return Checked(octets);
                label = octets.Count;
                octets.Add(0);
            }
            else if (MasterFileTxt.ReadOctet(raw, ref at) is { } octet)
            {
                octets.Add(octet);
            }
            else
            {
                return null;
            }
        }

        if (!EndLabel() || origin is null)
            return null;
        octets.AddRange(origin.Octets.ToArray());
        return octets.Count <= WireName.MaxLength ? WireName.FromCheckedOctets([.. octets]) : null;

        bool EndLabel()
        {
            var length = octets.Count - label - 1;
            octets[label] = (byte)length;
            return length is > 0 and <= WireName.MaxLabelLength;
        }
    }

    /// <summary>A name as a master file takes it: relative where it lies below <paramref name="origin"/>, else absolute.</summary>
    public static string WriteName(WireName name, WireName origin)
    {
        if (name.Equals(origin))
            return "@";
        var text = new StringBuilder();
        for (var rest = name; !rest.IsRoot; rest = rest.Parent)
        {
            if (rest.Equals(origin))
                return text.ToString(0, text.Length - 1);
            foreach (var octet in rest.Octets.Slice(1, rest.Octets[0]))
                AppendEscaped(text, octet);
            text.Append('.');
        }

        return text.Length == 0 ? "." : text.ToString();
    }

    /// <summary>A time to live: seconds, or numbers with the units w, d, h, m and s as BIND takes them.</summary>
    public static uint? ReadTtl(string raw)
    {
        var (total, number, digits) = (0ul, 0ul, false);
        var isPlain = true;
        foreach (var c in raw)
        {
            if (c is >= '0' and <= '9')
            {
                number = (number * 10) + (uint)(c - '0');
                digits = true;
                if (number > uint.MaxValue)
                    return null;
                continue;
            }

            if (!digits || Unit(c) is not { } unit)
                return null;
            total += number * unit;
            (number, digits, isPlain) = (0, false, false);
            if (total > uint.MaxValue)
                return null;
        }

        if (!digits)
            return isPlain ? null : (uint)total;
        total += number;
        return total <= uint.MaxValue ? (uint)total : null;
    }

    /// <summary>The value that the words of a TXT record stand for; null where they are none.</summary>
    public static TxtValue? ReadTxt(IReadOnlyList<MasterFileToken> words)
    {
        if (words is [{ Raw: "\\#" }, var length, ..])
            return ReadOpaque(length.Raw, string.Concat(words.Skip(2).Select(word => word.Raw)));
        var rdata = new List<byte>();
        foreach (var word in words)
        {
            var start = rdata.Count;
            rdata.Add(0);
            var raw = word.IsQuoted ? word.Raw.Substring(1, word.Raw.Length - 2) : word.Raw;
            for (var at = 0; at < raw.Length;)
            {
                if (MasterFileTxt.ReadOctet(raw, ref at) is not { } octet)
                    return null;
                rdata.Add(octet);
            }

            var count = rdata.Count - start - 1;
            if (count > MaxStringLength)
                return null;
            rdata[start] = (byte)count;
        }

        return TxtValue.FromRdata([.. rdata]);
    }

    private static TxtValue? ReadOpaque(string length, string hex)
    {
        if (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || hex.Length != count * 2L)
            return null;
        var rdata = new byte[count];
        for (var i = 0; i < count; i++)
        {
            if (!byte.TryParse(hex.Substring(i * 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out rdata[i]))
                return null;
        }

        return TxtValue.FromRdata(rdata);
    }

    private static WireName? Checked(List<byte> octets)
    {
        octets.Add(0);
        return octets.Count <= WireName.MaxLength ? WireName.FromCheckedOctets([.. octets]) : null;
    }

    private static void AppendEscaped(StringBuilder text, byte octet)
    {
        if (octet is (byte)'"' or (byte)'\\' or (byte)'.' or (byte)';' or (byte)'(' or (byte)')' or (byte)'@' or (byte)'$')
            text.Append('\\').Append((char)octet);
        else if (octet is > (byte)' ' and <= (byte)'~')
            text.Append((char)octet);
        else
            text.Append('\\').Append(octet.ToString("D3", CultureInfo.InvariantCulture));
    }

    private static ulong? Unit(char unit) => unit switch
    {
        'w' or 'W' => 604_800,
        'd' or 'D' => 86_400,
        'h' or 'H' => 3_600,
        'm' or 'M' => 60,
        's' or 'S' => 1,
        _ => null,
    };
}
