using System.Text.Json;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Dns.Google;

/// <summary>The records of one name and type.</summary>
/// <param name="Name">The owner, with the final dot, as the service writes it.</param>
/// <param name="Type">The type.</param>
/// <param name="Ttl">The time to live in seconds.</param>
/// <param name="Data">The data of each record as master files write it.</param>
internal sealed record GoogleRecordSet(string Name, string Type, int Ttl, IReadOnlyList<string> Data)
{
    public static GoogleRecordSet Read(ApiJson set) => new(set["name"].Name(), set["type"].Name(), set["ttl"].Whole(), [.. set["rrdatas"].Items().Select(data => data.Text())]);

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", Name);
        json.WriteString("type", Type);
        json.WriteNumber("ttl", Ttl);
        json.WriteStartArray("rrdatas");
        foreach (var data in Data)
            json.WriteStringValue(data);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
