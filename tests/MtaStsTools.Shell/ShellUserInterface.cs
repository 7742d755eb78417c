using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace MtaStsTools.Shell;

/// <summary>Renders every stream as pwsh does: messages on the output with their prefix, errors on the error output.</summary>
public sealed class ShellUserInterface(ShellConsole console) : PSHostUserInterface
{
    private readonly ProgressLine _progress = new(console);
    private readonly ShellPrompts _prompts = new(console);

    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUserInterface(console.Width);

    public override bool SupportsVirtualTerminal => console.Colour;

    public override void Write(string value)
    {
        _progress.Clear();
        console.Output.Write(ForOutput(value));
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(console.Colour ? PSStyle.MapForegroundColorToEscapeSequence(foregroundColor) + value + PSStyle.Instance.Reset : value);

    public override void WriteLine(string value)
    {
        _progress.Clear();
        console.Output.WriteLine(ForOutput(value));
    }

    public override void WriteErrorLine(string value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        _progress.Clear();
        console.Error.WriteLine(console.ErrorColour ? value : Plain(value));
    }

    public override void WriteDebugLine(string message) => WriteMessage("DEBUG: ", PSStyle.Instance.Formatting.Debug, message);

    public override void WriteVerboseLine(string message) => WriteMessage("VERBOSE: ", PSStyle.Instance.Formatting.Verbose, message);

    public override void WriteWarningLine(string message) => WriteMessage("WARNING: ", PSStyle.Instance.Formatting.Warning, message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    public override string ReadLine() => _prompts.ReadLine();

    public override SecureString ReadLineAsSecureString() => _prompts.ReadSecret();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        _prompts.AskForFields(caption, message, descriptions);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        _prompts.AskForChoice(caption, message, choices, defaultChoice);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        _prompts.AskForCredential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        _prompts.AskForCredential(caption, message, userName);

    private void WriteMessage(string prefix, string style, string message) =>
        WriteLine(console.Colour ? style + prefix + message + PSStyle.Instance.Reset : prefix + message);

    private string ForOutput(string value) => console.Colour ? value : Plain(value);

    private static string Plain(string value) => new StringDecorated(value).ToString(OutputRendering.PlainText);
}
