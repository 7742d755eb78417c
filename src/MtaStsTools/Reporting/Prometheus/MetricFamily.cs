using System.Globalization;

namespace MtaStsTools.Reporting.Prometheus;

/// <summary>A metric with all its samples, which the text format wants together.</summary>
internal sealed class MetricFamily(string name, string help)
{
    private readonly List<string> _samples = [];

    /// <summary>Adds a sample. Labels are pairs of name and value.</summary>
    public void Add(double value, params string[] labels)
    {
        var pairs = Enumerable.Range(0, labels.Length / 2).Select(i => $"{labels[2 * i]}=\"{Escape(labels[(2 * i) + 1])}\"");
        _samples.Add($"{name}{{{string.Join(",", pairs)}}} {value.ToString("R", CultureInfo.InvariantCulture)}");
    }

    public void Write(TextWriter output)
    {
        if (_samples.Count == 0)
            return;
        output.Write($"# HELP {name} {help}\n# TYPE {name} gauge\n");
        foreach (var sample in _samples)
            output.Write(sample + "\n");
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
