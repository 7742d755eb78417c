namespace MtaStsTools.Analyzers.Tests.Package;

/// <summary>A program that uses the packages, and that the trimmer and the native compiler can follow.</summary>
internal static class UsingProgram
{
    public static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["Program.cs"] = """
            using System;
            using System.Text.Json;
            using MtaStsTools;
            using MtaStsTools.Conversion;

            var policy = MtaStsPolicy.Parse("version: STSv1\nmode: testing\nmx: *.example.net\nmax_age: 604800\n");
            using var json = new System.IO.MemoryStream();
            using (var writer = new Utf8JsonWriter(json))
                new PolicyJsonConverter().Write(writer, policy, new JsonSerializerOptions());
            using var observer = new DomainObserver(new ObservationOptions());
            Console.WriteLine(policy.Mode + " " + MxPattern.Parse("*.example.net") + " " + System.Text.Encoding.UTF8.GetString(json.ToArray()) + " " + RuleCatalog.Get("MTASTS1004").Title);
            """,
    };

    /// <summary>What it prints.</summary>
    public static string Output => """Testing *.example.net {"version":"STSv1","mode":"testing","mx":["*.example.net"],"max_age":604800} """ + RuleCatalog.Get("MTASTS1004").Title;
}
