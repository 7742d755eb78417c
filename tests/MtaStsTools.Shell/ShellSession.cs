using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Text;
using System.Text.RegularExpressions;

namespace MtaStsTools.Shell;

/// <summary>One runspace whose output goes through the default formatting to the console.</summary>
public sealed partial class ShellSession : IDisposable
{
    private readonly ShellHost _host;
    private readonly Runspace _runspace;
    private readonly Lock _lock = new();
    private Pipeline? _running;

    public ShellSession(ShellConsole console)
    {
        _host = new ShellHost(console);
        _runspace = RunspaceFactory.CreateRunspace(_host, InitialSessionState.CreateDefault2());
        _runspace.Open();
    }

    /// <summary>Imports a module; a failure is shown as an error.</summary>
    public bool TryImportModule(string path) =>
        Run($"Import-Module -Name {Quote(path)} -ErrorAction Stop") == ExitCode.Success;

    /// <summary>Runs a text as <c>pwsh -Command</c> does.</summary>
    /// <returns>The exit code.</returns>
    public int RunCommand(string command) => Run(command);

    /// <summary>Runs a script as <c>pwsh -File</c> does.</summary>
    /// <returns>The exit code.</returns>
    public int RunFile(string path, IReadOnlyList<string> arguments)
    {
        var fullPath = Path.GetFullPath(path);
        if (!File.Exists(fullPath))
        {
            _host.UI.WriteErrorLine($"The script '{path}' does not exist. Check the path given to -File.");
            return ExitCode.BadCommandLine;
        }

        var ast = Parser.ParseFile(fullPath, out _, out var errors);
        if (errors.Length > 0)
        {
            Report(errors);
            return ExitCode.Failure;
        }

        // A script block knows its file, and its `exit` ends the session as it does under -File;
        // in a script called by path it would only end that script.
        _runspace.SessionStateProxy.PSVariable.Set(new PSVariable(ScriptVariable, ast.GetScriptBlock(), ScopedItemOptions.Private));
        return Run($"& ${ScriptVariable}{CommandLine(arguments)}");
    }

    /// <summary>Stops what is running, as Ctrl+C does.</summary>
    public void Stop()
    {
        lock (_lock)
            _running?.StopAsync();
    }

    public void Dispose() => _runspace.Dispose();

    private const string ScriptVariable = "__MtaStsToolsShellScript";

    private int Run(string script)
    {
        var failed = false;
        try
        {
            // Only a command that goes into the history leaves its $? behind.
            Render(_runspace.CreatePipeline(script, addToHistory: true));
        }
        catch (PipelineStoppedException)
        {
            failed = true;
        }
        catch (ParseException exception)
        {
            Report(exception.Errors);
            failed = true;
        }
        catch (RuntimeException exception)
        {
            Report(exception.ErrorRecord);
            failed = true;
        }

        if (_host.ExitCode is { } exitCode)
            return exitCode;
        return !failed && LastCommandSucceeded() ? ExitCode.Success : ExitCode.Failure;
    }

    private void Render(Pipeline pipeline, params object[] input)
    {
        using (pipeline)
        {
            lock (_lock)
                _running = pipeline;
            try
            {
                pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
                pipeline.Commands.Add(new Command("Out-Default", isScript: false, useLocalScope: true));
                pipeline.Invoke(input);
            }
            finally
            {
                lock (_lock)
                    _running = null;
            }
        }
    }

    private bool LastCommandSucceeded()
    {
        using var pipeline = _runspace.CreatePipeline("$global:?");
        return pipeline.Invoke() is [{ BaseObject: true }];
    }

    // Written as an error by a command, so that it takes the same way to the screen as any other; the script that
    // ended may have left $ErrorActionPreference at Stop, which must not end the report.
    private void Report(ErrorRecord error) =>
        Render(
            _runspace.CreatePipeline("$input | & { [CmdletBinding()] param([Parameter(ValueFromPipeline)] $Record) process { $PSCmdlet.WriteError($Record) } } -ErrorAction Continue"),
            error);

    // The engine's own view of parse errors needs cmdlets that it does not have.
    private void Report(IEnumerable<ParseError> errors)
    {
        foreach (var error in errors)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{error.Extent.StartLineNumber}");
            var margin = new string(' ', line.Length);
            var underline = new string(' ', error.Extent.StartColumnNumber - 1) + new string('~', Math.Max(1, error.Extent.Text.Length));
            _host.UI.WriteErrorLine($"""
                ParserError: {error.Extent.File}:{line}
                {line} | {error.Extent.StartScriptPosition.Line}
                {margin} | {underline}
                {margin} | {error.Message}
                """);
        }
    }

    private static string CommandLine(IEnumerable<string> arguments)
    {
        var line = new StringBuilder();
        foreach (var argument in arguments)
        {
            var parameter = ParameterName().Match(argument);
            line.Append(' ');
            if (!parameter.Success)
                line.Append(Quote(argument));
            else if (parameter.Groups["value"] is { Success: true, Value: var value })
                line.Append(parameter.Groups["name"].Value).Append(':').Append(Switch().IsMatch(value) ? value : Quote(value));
            else
                line.Append(argument);
        }

        return line.ToString();
    }

    private static string Quote(string value) => "'" + CodeGeneration.EscapeSingleQuotedStringContent(value) + "'";

    [GeneratedRegex(@"^(?<name>-[A-Za-z_?][\w-]*)(:(?<value>.*))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"^\$(true|false)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Switch();
}
