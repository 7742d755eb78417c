using System.Globalization;
using System.Text;

namespace MtaStsTools.Publishing.RecordCode;

/// <summary>One record to write.</summary>
internal sealed record CodeEntry
{
    /// <summary>What kind of record it is, as part of an identifier: <c>mta_sts</c> or <c>tlsrpt</c>.</summary>
    public required string Kind { get; init; }

    public required string Domain { get; init; }

    public required string Zone { get; init; }

    /// <summary>The whole name, without the final dot.</summary>
    public required string Name { get; init; }

    public required TxtValue Value { get; init; }

    public required long Ttl { get; init; }

    /// <summary>The name within the zone.</summary>
    public string HostName => Name.Substring(0, Name.Length - Zone.Length - 1);

    public string TtlText => Ttl.ToString(CultureInfo.InvariantCulture);

    /// <summary>The strings that the record is made of, one character an octet.</summary>
    public IReadOnlyList<string> Strings
    {
        get
        {
            var strings = new List<string>();
            for (var rdata = Value.Rdata; rdata.Length > 0; rdata = rdata.Slice(1 + rdata[0]))
            {
                var text = new StringBuilder(rdata[0]);
                foreach (var octet in rdata.Slice(1, rdata[0]))
                    text.Append((char)octet);
                strings.Add(text.ToString());
            }

            return strings;
        }
    }
}
