using System.Text;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>What the script blocks of a provider get as <c>$_</c>: the name that is read, or the one record that is added or removed.</summary>
public sealed class ScriptRecord
{
    /// <summary>The zone, without the final dot.</summary>
    public string Zone { get; internal set; } = "";

    /// <summary>The whole name, without the final dot: <c>_mta-sts.example.com</c>.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The name within the zone: <c>_mta-sts</c>.</summary>
    public string HostName => Name.Length > Zone.Length && Name.EndsWith("." + Zone, StringComparison.OrdinalIgnoreCase) ? Name.Substring(0, Name.Length - Zone.Length - 1) : "@";

    /// <summary>The whole text of the record, one character an octet; empty where the name is read.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>The strings of at most 255 octets that the record is made of.</summary>
    public IReadOnlyList<string> Strings { get; internal set; } = [];

    /// <summary>The time to live.</summary>
    public TimeSpan Ttl { get; internal set; }

    internal static ScriptRecord Of(RecordChange change, TxtValue value, TimeSpan ttl) => new()
    {
        Zone = change.Zone,
        Name = change.RecordName,
        Text = value.Text,
        Strings = Split(value.Rdata),
        Ttl = ttl,
    };

    private static List<string> Split(ReadOnlySpan<byte> rdata)
    {
        var strings = new List<string>();
        for (; rdata.Length > 0; rdata = rdata.Slice(1 + rdata[0]))
        {
            var text = new StringBuilder(rdata[0]);
            foreach (var octet in rdata.Slice(1, rdata[0]))
                text.Append((char)octet);
            strings.Add(text.ToString());
        }

        return strings;
    }
}
