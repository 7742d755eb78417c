namespace MtaStsTools.Shell;

/// <summary>The command line.</summary>
public sealed record ShellOptions
{
    public const string Usage = """
        Runs PowerShell with the built MtaStsTools module, where no pwsh is installed.

        usage: MtaStsTools.Shell [-NoModule] -Command <text …> | -File <script.ps1> [arguments …] | -Help

          -Command   Runs the text, and everything after it, as one command.
          -File      Runs the script with the arguments that follow.
          -NoModule  Does not import the module first.

        The engine alone has no Write-Host, Sort-Object or ConvertTo-Json; cmdlets of the module and of
        Microsoft.PowerShell.Core are there. Exit codes are those of pwsh. COLUMNS sets the width of
        redirected output, NO_COLOR turns colours off.
        """;

    public string? Command { get; private init; }

    public string? File { get; private init; }

    public IReadOnlyList<string> FileArguments { get; private init; } = [];

    public bool ImportModule { get; private init; } = true;

    public bool ShowHelp { get; private init; }

    /// <exception cref="ArgumentException">The arguments are not of the form of <see cref="Usage"/>.</exception>
    public static ShellOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new ShellOptions();
        for (var i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i].ToUpperInvariant())
            {
                case "-NOMODULE":
                    options = options with { ImportModule = false };
                    break;
                case "-HELP" or "-?" or "-H" or "--HELP":
                    return options with { ShowHelp = true };
                case "-COMMAND" or "-C" when i + 1 < arguments.Count:
                    return options with { Command = string.Join(' ', arguments.Skip(i + 1)) };
                case "-FILE" or "-F" when i + 1 < arguments.Count:
                    return options with { File = arguments[i + 1], FileArguments = [.. arguments.Skip(i + 2)] };
                default:
                    throw new ArgumentException($"The argument '{arguments[i]}' is not understood, or what must follow it is missing.", nameof(arguments));
            }
        }

        throw new ArgumentException("There is no -Command and no -File.", nameof(arguments));
    }
}
