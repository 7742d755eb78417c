using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using MtaStsTools.PowerShell.Tests.Engine.Screen;

namespace MtaStsTools.PowerShell.Tests.Engine;

/// <summary>
/// A PowerShell session with the built module imported through its manifest, for one test.
/// <see cref="Run"/> gives what a script gets, <see cref="Render"/> what a user sees.
/// </summary>
public sealed class ModuleSession : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly StringWriter _screen = new(CultureInfo.InvariantCulture);
    private readonly CultureInfo _culture;
    private readonly Runspace _runspace;

    /// <param name="width">Columns of the screen.</param>
    /// <param name="culture">The culture of the session.</param>
    /// <param name="answers">What the user types, line by line, when asked.</param>
    /// <param name="importModule">False to leave the import to the test.</param>
    /// <param name="state">Session state with further commands; the module is imported on top of it.</param>
    public ModuleSession(int width = 120, string culture = "en-US", string answers = "", bool importModule = true, InitialSessionState? state = null)
    {
        _culture = CultureInfo.GetCultureInfo(culture);
        _runspace = RunspaceFactory.CreateRunspace(
            new ScreenHost(_screen, new StringReader(answers), width, _culture), state ?? InitialSessionState.CreateDefault2());
        // A thread that is new for each command takes over the culture of the caller.
        _runspace.ThreadOptions = PSThreadOptions.UseNewThread;
        _runspace.Open();
        if (importModule)
            ImportModule();
    }

    /// <summary>What stands on the screen, as written.</summary>
    public string Screen => _screen.ToString();

    /// <summary>Imports the built module through its manifest.</summary>
    public void ImportModule() =>
        Run("param($Manifest) Import-Module -Name $Manifest -ErrorAction Stop", BuiltModule.ManifestPath).ThrowIfFailed();

    /// <summary>Sets a variable for the scripts to come.</summary>
    public ModuleSession Set(string variable, object? value)
    {
        _runspace.SessionStateProxy.SetVariable(variable, value);
        return this;
    }

    /// <summary>Runs a script and collects every stream. <paramref name="arguments"/> are bound to its <c>param()</c> block.</summary>
    public CommandResult Run(string script, params object?[] arguments)
    {
        using var command = Create(script, arguments);
        return Invoke(command);
    }

    /// <summary>Runs a script and gives the screen, every stream rendered, line ends as LF and without spaces at their ends.</summary>
    public string Render(string script)
    {
        _screen.GetStringBuilder().Clear();
        using var command = Create(script, []);
        command.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        command.AddCommand("Out-Default");
        Invoke(command).ThrowIfFailed();
        return string.Join('\n', _screen.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }

    /// <summary>Starts a script, presses Ctrl+C once <paramref name="when"/> is completed, and tells how long stopping took.</summary>
    /// <returns>The time from Ctrl+C to the prompt, and the streams.</returns>
    public async Task<(TimeSpan StopTime, CommandResult Result)> RunAndStopAsync(string script, Task when)
    {
        using var command = Create(script, []);
        var running = Task.Run(() => Invoke(command));
        if (await Task.WhenAny(when, running).WaitAsync(Patience) == running)
            throw new InvalidOperationException("The command ended before it could be stopped.", (await running).Exception);
        var stopwatch = Stopwatch.StartNew();
        await Task.Run(command.Stop).WaitAsync(Patience);
        var result = await running.WaitAsync(Patience);
        return (stopwatch.Elapsed, result);
    }

    /// <summary>Starts a script and presses Ctrl+C after <paramref name="delay"/>.</summary>
    public Task<(TimeSpan StopTime, CommandResult Result)> RunAndStopAsync(string script, TimeSpan delay) =>
        RunAndStopAsync(script, Task.Delay(delay));

    /// <summary>What Tab offers at the end of <paramref name="line"/>.</summary>
    public IReadOnlyList<string> Complete(string line)
    {
        using var command = System.Management.Automation.PowerShell.Create(_runspace);
        return [.. CommandCompletion.CompleteInput(line, line.Length, [], command).CompletionMatches.Select(m => m.CompletionText)];
    }

    public void Dispose() => _runspace.Dispose();

    private System.Management.Automation.PowerShell Create(string script, object?[] arguments)
    {
        var command = System.Management.Automation.PowerShell.Create(_runspace).AddScript(script);
        foreach (var argument in arguments)
            command.AddArgument(argument);
        return command;
    }

    private CommandResult Invoke(System.Management.Automation.PowerShell command)
    {
        var output = new PSDataCollection<PSObject>();
        Exception? exception = null;
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _culture);
        try
        {
            command.Invoke(null, output);
        }
        catch (Exception e) when (e is RuntimeException or PipelineStoppedException)
        {
            exception = e;
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }

        return new CommandResult(output, command.Streams, exception, command.InvocationStateInfo.State == PSInvocationState.Stopped);
    }
}
