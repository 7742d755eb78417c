using System.Globalization;

namespace MtaStsTools.Shell;

/// <summary>Where the host reads and writes: the process's console, or buffers in a test.</summary>
public sealed class ShellConsole : IDisposable
{
    // What pwsh assumes where it cannot ask a terminal.
    private const int DefaultWidth = 80;

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    public required TextReader Input { get; init; }

    /// <summary>Columns of the output.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>Whether escape sequences for colour may be written to <see cref="Output"/>.</summary>
    public bool Colour { get; init; }

    /// <summary>Whether escape sequences for colour may be written to <see cref="Error"/>.</summary>
    public bool ErrorColour { get; init; }

    /// <summary>Where progress is drawn; null where nobody watches.</summary>
    public TextWriter? Progress { get; init; }

    /// <summary>The console of this process.</summary>
    public static ShellConsole OfProcess()
    {
        var colourWanted = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new ShellConsole
        {
            Output = Console.Out,
            Error = Console.Error,
            Input = Console.In,
            Width = Console.IsOutputRedirected ? WidthOfRedirectedOutput() : Console.WindowWidth,
            Colour = colourWanted && !Console.IsOutputRedirected,
            ErrorColour = colourWanted && !Console.IsErrorRedirected,
            Progress = Console.IsErrorRedirected ? null : Console.Error,
        };
    }

    public void Dispose()
    {
        Output.Flush();
        Error.Flush();
    }

    private static int WidthOfRedirectedOutput() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0
            ? columns
            : DefaultWidth;
}
