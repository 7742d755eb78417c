using System.Text;
using MtaStsTools.Grammar.Records;

namespace MtaStsTools;

/// <summary>The data of one TXT record, octet for octet: one or more character-strings of up to 255 octets (RFC 1035 §3.3.14). Equality is that of the octets.</summary>
public sealed class TxtValue : IEquatable<TxtValue>
{
    private const int MaxStringLength = 255;

    private readonly byte[] _rdata;

    private TxtValue(byte[] rdata, string text)
    {
        _rdata = rdata;
        Text = text;
    }

    /// <summary>All the strings joined with nothing between (RFC 8461 §3.1), one character an octet. Not safe to display: see <see cref="ToString"/>.</summary>
    public string Text { get; }

    /// <summary>The octets as the record carries them: each string behind its length.</summary>
    public ReadOnlySpan<byte> Rdata => _rdata;

    /// <summary>Whether senders, or some of them, take it for an MTA-STS record: it begins <c>v=STSv1;</c> (RFC 8461 §3.1), perhaps with white space before the semicolon.</summary>
    public bool IsMtaSts => RecordDialect.MtaSts.Counts(Text.AsSpan()) || RecordDialect.MtaSts.CountsForSome(Text.AsSpan());

    /// <summary>Whether senders, or some of them, take it for a TLSRPT record: it begins <c>v=TLSRPTv1;</c> (RFC 8460 §3), perhaps with white space before the semicolon.</summary>
    public bool IsTlsRpt => RecordDialect.TlsRpt.Counts(Text.AsSpan()) || RecordDialect.TlsRpt.CountsForSome(Text.AsSpan());

    /// <summary>Whether senders, or some of them, take it for a record of that kind.</summary>
    public bool Is(RecordKind kind) => kind == RecordKind.TlsRpt ? IsTlsRpt : IsMtaSts;

    /// <summary>A value from its text, cut into strings of at most 255 octets.</summary>
    /// <exception cref="ArgumentException">A character has no octet of its own (it is above U+00FF), or the text is too long for a record.</exception>
    public static TxtValue FromText(string text)
    {
        var rdata = new List<byte>(text.Length + 1 + (text.Length / MaxStringLength));
        var at = 0;
        do
        {
            var length = Math.Min(MaxStringLength, text.Length - at);
            rdata.Add((byte)length);
            for (var end = at + length; at < end; at++)
                rdata.Add(text[at] <= 0xFF ? (byte)text[at] : throw new ArgumentException("A TXT record holds octets; the text has a character that is none.", nameof(text)));
        }
        while (at < text.Length);

        return rdata.Count <= ushort.MaxValue
            ? new TxtValue([.. rdata], text)
            : throw new ArgumentException("The text is too long for a TXT record.", nameof(text));
    }

    /// <summary>A value from the octets of a record; null when they are not character-strings that fill it exactly.</summary>
    public static TxtValue? FromRdata(ReadOnlySpan<byte> rdata)
    {
        if (rdata.Length is 0 or > ushort.MaxValue)
            return null;
        var text = new StringBuilder(rdata.Length);
        for (var i = 0; i < rdata.Length;)
        {
            var end = i + 1 + rdata[i];
            if (end > rdata.Length)
                return null;
            for (i++; i < end; i++)
                text.Append((char)rdata[i]);
        }

        return new TxtValue(rdata.ToArray(), text.ToString());
    }

    /// <inheritdoc/>
    public bool Equals(TxtValue? other) => other is not null && Rdata.SequenceEqual(other.Rdata);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TxtValue);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>The text in quotation marks, safe to display.</summary>
    public override string ToString() => $"\"{DisplayText.Sanitize(Text, 512)}\"";
}
