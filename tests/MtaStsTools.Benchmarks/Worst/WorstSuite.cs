using System.Diagnostics;
using System.Globalization;

namespace MtaStsTools.Benchmarks.Worst;

/// <summary>
/// Searches for texts of 64 KiB, the most that senders read, that cost the most to read and to work out all fixes of: random ones first, then
/// changes of the costliest. None may take longer than <see cref="Limit"/> on an idle core.
/// </summary>
internal static class WorstSuite
{
    private const int Size = 65_536;
    private const int Pool = 12;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(50);

    /// <param name="seconds">How long to search.</param>
    /// <param name="seed">Where the search starts; the same seed tries the same texts.</param>
    /// <returns>Whether all that was found is under the limit.</returns>
    public static bool Run(double seconds, int seed)
    {
        var maker = new TextMaker(new Random(seed));
        var worst = new List<(WorstText Text, double Milliseconds)>();
        var clock = Stopwatch.StartNew();
        var tried = 0;
        for (; clock.Elapsed.TotalSeconds < seconds; tried++)
        {
            var text = worst.Count < Pool || tried % 3 == 0 ? maker.Make() : maker.Change(worst[tried % worst.Count].Text);
            if (worst.Exists(known => known.Text == text))
                continue;
            worst.Add((text, Measure(text, 2)));
            worst.Sort((one, other) => other.Milliseconds.CompareTo(one.Milliseconds));
            if (worst.Count > Pool)
                worst.RemoveAt(Pool);
        }

        // What else the machine did while they were found may have made them look costly.
        worst = [.. worst.Select(found => (found.Text, Measure(found.Text, 20))).OrderByDescending(found => found.Item2)];
        Line($"{tried} texts of {Size} octets, seed {seed}; ms to read, and to read and work out all fixes");
        foreach (var (text, milliseconds) in worst)
            Line($"{MeasureReading(text),8:F1}{milliseconds,10:F1}  {text}");
        return worst.TrueForAll(found => found.Milliseconds < Limit.TotalMilliseconds);
    }

    private static double Measure(WorstText text, int rounds)
    {
        var octets = text.Octets(Size);
        return Least(rounds, () => Read(text.Kind, octets).Count(finding => finding.Fix is not null));
    }

    private static double MeasureReading(WorstText text)
    {
        var octets = text.Octets(Size);
        return Least(10, () => Read(text.Kind, octets).Count);
    }

    private static IReadOnlyList<Finding> Read(WorstKind kind, byte[] octets)
    {
        if (kind == WorstKind.Policy)
        {
            MtaStsPolicy.TryParse(octets, out _, out var findings);
            return findings;
        }

        var text = System.Text.Encoding.UTF8.GetString(octets);
        return kind == WorstKind.Record ? MtaStsRecord.Validate(text) : TlsRptRecord.Validate(text);
    }

    private static double Least(int rounds, Func<int> work)
    {
        var least = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return least;
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
