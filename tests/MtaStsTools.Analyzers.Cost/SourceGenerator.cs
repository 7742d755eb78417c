using System.Globalization;
using System.Text;

namespace MtaStsTools.Analyzers.Cost;

/// <summary>Writes the sources of a program as large programs are: calls, strings, records and few policies.</summary>
internal static class SourceGenerator
{
    /// <summary>The finding that the first file has: without it, the analyzers have not run.</summary>
    public const string Finding = "MTASTS1021";

    /// <summary>One file in a hundred has to do with MTA-STS.</summary>
    private const int PolicyEvery = 100;
    private const int MethodsPerFile = 1;

    public static void Write(string directory, int files, bool withLibrary)
    {
        Directory.CreateDirectory(directory);
        for (var i = 0; i < files; i++)
            File.WriteAllText(Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"File{i}.cs")), Source(i, withLibrary && i % PolicyEvery == 0));
    }

    private static string Source(int number, bool withPolicy)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Collections.Generic;
            using System.Globalization;
            using System.Linq;
            using System.Text;
            using System.Threading;
            using System.Threading.Tasks;

            namespace Generated.Part{{number % 100}};

            public sealed record Item{{number}}(string Name, int Size, DateTimeOffset Created);

            public sealed class Service{{number}}
            {
                private readonly Dictionary<string, Item{{number}}> _items = new(StringComparer.Ordinal);
                private readonly string _title = "service " + "{{number}}";

                public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds({{number % 60}} + 1);

            """);
        for (var method = 0; method < MethodsPerFile; method++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                    public async Task<string> Describe{{method}}Async(string name, CancellationToken cancellationToken)
                    {
                        ArgumentNullException.ThrowIfNull(name);
                        if (!_items.TryGetValue(name, out var item))
                        {
                            item = new Item{{number}}(name, name.Length, DateTimeOffset.UnixEpoch) { Size = {{method}} };
                            _items.Add(name, item);
                        }

                        await Task.Delay(Timeout, cancellationToken).ConfigureAwait(false);
                        var text = new StringBuilder();
                        foreach (var other in _items.Values.Where(value => value.Size > {{method}}).OrderBy(value => value.Name, StringComparer.Ordinal))
                        {
                            text.Append(other.Name).Append(": ").Append(other.Size.ToString("N0", CultureInfo.InvariantCulture)).AppendLine("; of " + _title);
                            if (string.Equals(other.Name, "stop", StringComparison.Ordinal))
                                throw new InvalidOperationException($"The item {other.Name} of {_title} may not be described.");
                        }

                        var changed = item with { Size = item.Size + 1 };
                        return text.Length == 0 ? string.Join(", ", "nothing", changed.Name, "{{method}}") : text.ToString();
                    }


                """);
        }

        if (withPolicy)
        {
            text.Append(CultureInfo.InvariantCulture, $$""""
                    public static MtaStsTools.MtaStsPolicy Policy { get; } = MtaStsTools.MtaStsPolicy.Parse("""
                        version: STSv1
                        mode: {{(number == 0 ? "Enforce" : "enforce")}}
                        mx: *.example.net
                        max_age: 604800
                        """);

                    public static MtaStsTools.MtaStsPolicy Typed { get; } = new() { Mode = MtaStsTools.MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(14), Mx = ["mail.example.com"] };

                """");
        }

        return text.Append("}\n").ToString();
    }
}
