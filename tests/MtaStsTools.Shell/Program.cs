using MtaStsTools.Shell;

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
