using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace MtaStsTools.Benchmarks;

/// <summary>The six-line policy of the RFC: read, assessed, written, matched; and read by <c>string.Split</c> as one would without a grammar.</summary>
[MemoryDiagnoser]
[Config(typeof(OneCore))]
public class PolicyBenchmarks
{
    private const string Text = "version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmx: *.example.net\r\nmx: backupmx.example.com\r\nmax_age: 604800\r\n";

    private static readonly MtaStsPolicy Policy = MtaStsPolicy.Parse(Text);
    private static readonly byte[] Octets = System.Text.Encoding.UTF8.GetBytes(Text);

    /// <summary>The baseline: no recovery, no places, no check of host names.</summary>
    [Benchmark(Baseline = true, Description = "Parse, string.Split")]
    public NaivePolicy Split() => NaivePolicy.Parse(Text);

    /// <summary>Text to policy.</summary>
    [Benchmark(Description = "Parse")]
    public MtaStsPolicy? Parse() => MtaStsPolicy.TryParse(Text, out var policy, out _) ? policy : null;

    /// <summary>Octets of a body to policy.</summary>
    [Benchmark(Description = "Parse octets")]
    public MtaStsPolicy? ParseOctets() => MtaStsPolicy.TryParse(Octets, out var policy, out _) ? policy : null;

    /// <summary>Text to findings, of which there are none.</summary>
    [Benchmark(Description = "Validate")]
    public int Validate() => MtaStsPolicy.Validate(Text).Count;

    /// <summary>Policy to text.</summary>
    [Benchmark(Description = "Format")]
    public string Format() => Policy.ToString();

    /// <summary>Which pattern covers a host: the second does.</summary>
    [Benchmark(Description = "Match")]
    public bool Match() => Policy.Covers("a.example.net");

    /// <summary>What a script would do.</summary>
    public sealed class NaivePolicy
    {
        /// <summary>The mode.</summary>
        public string? Mode { get; private set; }

        /// <summary>The patterns.</summary>
        public List<string> Mx { get; } = [];

        /// <summary>The lifetime in seconds.</summary>
        public long MaxAge { get; private set; }

        internal static NaivePolicy Parse(string text)
        {
            var policy = new NaivePolicy();
            foreach (var line in text.Split('\n'))
            {
                var parts = line.Split(':');
                if (parts.Length < 2)
                    continue;
                var value = parts[1].Trim();
                switch (parts[0].Trim())
                {
                    case "mode":
                        policy.Mode = value;
                        break;
                    case "mx":
                        policy.Mx.Add(value);
                        break;
                    case "max_age":
                        policy.MaxAge = long.Parse(value, CultureInfo.InvariantCulture);
                        break;
                }
            }

            return policy;
        }
    }
}
