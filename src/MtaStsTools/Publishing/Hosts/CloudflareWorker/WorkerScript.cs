using System.Text;
using System.Text.Json;

namespace MtaStsTools.Publishing.Hosts.CloudflareWorker;

/// <summary>The script of a Cloudflare worker that serves policies. The policies stand in it as JSON between two marks, and can be read from there again.</summary>
internal static class WorkerScript
{
    private const string Begin = "/* policies */";
    private const string End = "/* end of policies */";

    private static readonly Lazy<string> Template = new(ReadTemplate);

    // Whatever a policy holds, it stays inside its string: quotation marks, line ends, '<' and all that is not ASCII are escaped. RFC 8259 allows so in each.
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>The script that serves each of these texts at its policy host.</summary>
    /// <param name="policies">The policy hosts, <c>mta-sts.</c> and the domain, in A-label form, and what each serves.</param>
    public static string Create(IReadOnlyDictionary<string, string> policies)
    {
        var (before, after) = Split(Template.Value) is { } parts ? (parts.Before, parts.After) : throw new InvalidOperationException("The script has no place for policies.");
        return before + Begin + Write(policies) + End + after;
    }

    /// <summary>What a script of ours serves, by policy host; null where it is none of ours, or was changed by hand beyond reading.</summary>
    public static IReadOnlyDictionary<string, string>? TryRead(string script)
    {
        if (Split(script) is not { } parts)
            return null;
        try
        {
            using var json = JsonDocument.Parse(parts.Policies);
            var policies = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var pair in json.RootElement.EnumerateArray())
                policies[pair[0].GetString()!] = pair[1].GetString()!;
            return policies;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IndexOutOfRangeException or ArgumentNullException)
        {
            return null;
        }
    }

    private static (string Before, string Policies, string After)? Split(string script)
    {
        var begin = script.IndexOf(Begin, StringComparison.Ordinal);
        var end = begin < 0 ? -1 : script.LastIndexOf(End, StringComparison.Ordinal);
        // The mark at the end is the last: a policy may hold the same text, inside its string.
        return end < begin + Begin.Length ? null : (script.Substring(0, begin), script.Substring(begin + Begin.Length, end - begin - Begin.Length), script.Substring(end + End.Length));
    }

    private static string Write(IReadOnlyDictionary<string, string> policies)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Indented))
        {
            json.WriteStartArray();
            foreach (var policy in policies.OrderBy(policy => policy.Key, StringComparer.Ordinal))
            {
                json.WriteStartArray();
                json.WriteStringValue(policy.Key.ToLowerInvariant());
                json.WriteStringValue(policy.Value);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(memory.ToArray()).Replace("\r\n", "\n");
    }

    private static string ReadTemplate()
    {
        using var stream = typeof(WorkerScript).Assembly.GetManifestResourceStream("worker.js")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
