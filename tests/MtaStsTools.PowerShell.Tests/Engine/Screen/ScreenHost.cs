using System.Globalization;
using System.Management.Automation.Host;

namespace MtaStsTools.PowerShell.Tests.Engine.Screen;

/// <summary>A host whose screen is a text, so that a test reads what a user would see, and answers what a user would be asked.</summary>
internal sealed class ScreenHost(TextWriter screen, TextReader answers, int width, CultureInfo culture) : PSHost
{
    public override string Name => nameof(ScreenHost);

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI { get; } = new ScreenUserInterface(screen, answers, width);

    public override CultureInfo CurrentCulture { get; } = culture;

    public override CultureInfo CurrentUICulture { get; } = culture;

    public override void SetShouldExit(int exitCode) =>
        throw new NotSupportedException("'exit' is for a program: run the script in ShellProcess.");

    public override void EnterNestedPrompt() => throw new NotSupportedException("There is no interactive prompt in this host.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("There is no interactive prompt in this host.");

    // Nothing about the screen changes when a native program runs.
    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
