using System.Globalization;

namespace MtaStsTools.Benchmarks.Prompt;

/// <summary>What one step at the prompt took; times in milliseconds.</summary>
internal sealed record PromptStep
{
    /// <summary>From the start to the end of the step.</summary>
    public required double Wall { get; init; }

    /// <summary>The processor time of all threads.</summary>
    public required double Processor { get; init; }

    /// <summary>The time in which methods were compiled, on whichever thread.</summary>
    public required double Jit { get; init; }

    /// <summary>How many methods were compiled.</summary>
    public required int Methods { get; init; }

    /// <summary>Reads a line of Measure.ps1.</summary>
    public static (string Name, PromptStep Step) Parse(string line)
    {
        if (line.Split(' ') is not [var name, var wall, var processor, var jit, var methods])
            throw new FormatException($"Measure.ps1 wrote '{line}'.");
        return (name, new PromptStep
        {
            Wall = Number(wall),
            Processor = Number(processor),
            Jit = Number(jit),
            Methods = int.Parse(methods, CultureInfo.InvariantCulture),
        });
    }

    /// <summary>The least of each figure: what the machine did besides only ever adds.</summary>
    public static PromptStep Least(IReadOnlyCollection<PromptStep> steps) => new()
    {
        Wall = steps.Min(step => step.Wall),
        Processor = steps.Min(step => step.Processor),
        Jit = steps.Min(step => step.Jit),
        Methods = steps.Min(step => step.Methods),
    };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
