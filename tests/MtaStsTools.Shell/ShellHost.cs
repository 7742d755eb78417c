using System.Globalization;
using System.Management.Automation.Host;

namespace MtaStsTools.Shell;

/// <summary>The engine's view of this program.</summary>
public sealed class ShellHost(ShellConsole console, CultureInfo? culture = null) : PSHost
{
    private static readonly Version HostVersion = typeof(ShellHost).Assembly.GetName().Version!;

    /// <summary>The code of <c>exit</c>, once that was called.</summary>
    public int? ExitCode { get; private set; }

    public override string Name => "MtaStsTools.Shell";

    public override Version Version => HostVersion;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI { get; } = new ShellUserInterface(console);

    public override CultureInfo CurrentCulture { get; } = culture ?? CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = culture ?? CultureInfo.CurrentUICulture;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("There is no interactive prompt in this host.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("There is no interactive prompt in this host.");

    // Nothing about the console changes when a native program runs.
    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
