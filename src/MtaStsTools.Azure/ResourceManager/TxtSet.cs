using System.Text.Json;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Azure.ResourceManager;

/// <summary>The TXT records of one name as the service keeps them, with the version that a change demands.</summary>
internal sealed record TxtSet
{
    /// <summary>The time to live in seconds.</summary>
    public required int Ttl { get; init; }

    /// <summary>The strings of each record.</summary>
    public required IReadOnlyList<string[]> Records { get; init; }

    /// <summary>The version; null for a set that is not there yet.</summary>
    public string? ETag { get; init; }

    /// <summary>The labels that others gave to the set, as JSON; null for none.</summary>
    public string? Metadata { get; init; }

    public static TxtSet Read(ApiJson answer)
    {
        var properties = answer["properties"];
        return new TxtSet
        {
            Ttl = properties["TTL"].Whole(),
            Records = [.. (properties.Find("TXTRecords")?.Items() ?? []).Select(record => record["value"].Items().Select(part => part.Text()).ToArray())],
            ETag = answer["etag"].Name(),
            Metadata = properties.Find("metadata")?.RawText(),
        };
    }

    /// <summary>The value of a record. A character up to U+00FF is an octet; what is beyond is taken as UTF-8.</summary>
    public static TxtValue? ToValue(string[] record)
    {
        var rdata = new List<byte>();
        foreach (var part in record)
        {
            List<byte> octets = [.. part.SelectMany(character => character <= 0xFF ? [(byte)character] : System.Text.Encoding.UTF8.GetBytes([character]))];
            if (octets.Count > byte.MaxValue)
                return null;
            rdata.Add((byte)octets.Count);
            rdata.AddRange(octets);
        }

        return TxtValue.FromRdata([.. rdata]);
    }

    /// <summary>The strings of a value.</summary>
    public static string[] ToRecord(TxtValue value)
    {
        var parts = new List<string>();
        var rdata = value.Rdata;
        for (var at = 0; at < rdata.Length; at += 1 + rdata[at])
        {
            var part = new char[rdata[at]];
            for (var i = 0; i < part.Length; i++)
                part[i] = (char)rdata[at + 1 + i];
            parts.Add(new string(part));
        }

        return [.. parts];
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("properties");
        if (Metadata is not null)
        {
            writer.WritePropertyName("metadata");
            writer.WriteRawValue(Metadata);
        }

        writer.WriteNumber("TTL", Ttl);
        writer.WriteStartArray("TXTRecords");
        foreach (var record in Records)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("value");
            foreach (var part in record)
                writer.WriteStringValue(part);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
