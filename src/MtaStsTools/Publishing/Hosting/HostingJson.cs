using System.Text;
using System.Text.Json;

namespace MtaStsTools.Publishing.Hosting;

/// <summary>JSON as text, where whatever a policy holds stays inside its string.</summary>
internal static class HostingJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Indented))
            write(json);
        return Encoding.UTF8.GetString(memory.ToArray()).Lines();
    }

    /// <summary>An object with the policy of each host.</summary>
    public static void WritePolicies(Utf8JsonWriter json, IEnumerable<HostedPolicy> policies)
    {
        json.WriteStartObject();
        foreach (var policy in policies)
            json.WriteString(policy.Host, policy.Text);
        json.WriteEndObject();
    }
}
