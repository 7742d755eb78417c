using System.IO.Compression;
using System.Reflection;
using System.Text.Json.Nodes;

namespace MtaStsTools.Sdk.Tests.Scenarios;

/// <summary>What was observed of every domain of the lab, one observation a line: assessing it again needs no socket.</summary>
internal static class RecordedObservations
{
    /// <summary>Names the file to record to, in the environment of a run of <see cref="ScenarioVerdictTests"/>.</summary>
    public const string RecordTo = "MTASTS_RECORD_TO";

    private const string Resource = "observations.jsonl.br";

    /// <summary>The observation of each scenario.</summary>
    public static IReadOnlyDictionary<string, DomainObservation> All { get; } = Read();

    /// <summary>Keeps observations in the order of their scenarios.</summary>
    public static void Write(string path, IEnumerable<KeyValuePair<string, DomainObservation>> observations)
    {
        using var file = new StreamWriter(new BrotliStream(File.Create(path), CompressionLevel.SmallestSize));
        foreach (var (scenario, observation) in observations.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            file.WriteLine($"{scenario} {JsonNode.Parse(ReportJson.Serialize(observation))!.ToJsonString()}");
    }

    private static Dictionary<string, DomainObservation> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(new BrotliStream(stream, CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 2))
            .ToDictionary(parts => parts[0], parts => ReportJson.DeserializeObservation(parts[1]), StringComparer.Ordinal);
    }
}
