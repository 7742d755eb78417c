using System.Globalization;
using MtaStsTools.Shell;

// The engine breaks lines between words only in languages that it knows, and a bare container has none.
if (CultureInfo.CurrentCulture.Equals(CultureInfo.InvariantCulture))
{
    var english = CultureInfo.GetCultureInfo("en-US");
    (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (english, english);
    (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (english, english);
}

ShellOptions options;
try
{
    options = ShellOptions.Parse(args);
}
catch (ArgumentException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    await Console.Error.WriteLineAsync(ShellOptions.Usage);
    return ExitCode.BadCommandLine;
}

if (options.ShowHelp)
{
    await Console.Out.WriteLineAsync(ShellOptions.Usage);
    return ExitCode.Success;
}

using var console = ShellConsole.OfProcess();
using var session = new ShellSession(console);
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    session.Stop();
};

if (options.ImportModule && !session.TryImportModule(BuiltModule.ManifestPath))
    return ExitCode.InitializationFailed;

return options.File is null
    ? session.RunCommand(options.Command!)
    : session.RunFile(options.File, options.FileArguments);
