using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace MtaStsTools.PowerShell.Tests.Engine.Screen;

/// <summary>Renders every stream as pwsh does where there is no colour; progress, which pwsh draws over the screen, is left out.</summary>
internal sealed class ScreenUserInterface(TextWriter screen, TextReader answers, int width) : PSHostUserInterface
{
    public override PSHostRawUserInterface RawUI { get; } = new ScreenSize(width);

    public override bool SupportsVirtualTerminal => false;

    public override void Write(string value) => screen.Write(Plain(value));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    public override void WriteLine(string value) => screen.WriteLine(Plain(value));

    public override void WriteErrorLine(string value)
    {
        if (!string.IsNullOrEmpty(value))
            WriteLine(value);
    }

    public override void WriteDebugLine(string message) => WriteLine("DEBUG: " + message);

    public override void WriteVerboseLine(string message) => WriteLine("VERBOSE: " + message);

    public override void WriteWarningLine(string message) => WriteLine("WARNING: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        foreach (var line in new[] { caption, message }.Where(line => !string.IsNullOrEmpty(line)))
            WriteLine(line);
        while (true)
        {
            WriteLine(string.Join("  ", choices.Select(choice => $"[{KeyOf(choice)}] {choice.Label.Replace("&", "", StringComparison.Ordinal)}")));
            var answer = ReadLine();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            for (var i = 0; i < choices.Count; i++)
            {
                if (answer.Equals(KeyOf(choices[i]), StringComparison.OrdinalIgnoreCase))
                    return i;
            }
        }
    }

    public override string ReadLine() =>
        answers.ReadLine() ?? throw new HostException("The command asks more than the test has answers for.");

    public override SecureString ReadLineAsSecureString() => throw Unasked();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        throw Unasked();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw Unasked();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        throw Unasked();

    private static HostException Unasked() => new("The command asks for a value that was not given as a parameter.");

    // The character after the ampersand of a label is its key, as in "&Yes".
    private static string KeyOf(ChoiceDescription choice) =>
        choice.Label.Substring(choice.Label.IndexOf('&', StringComparison.Ordinal) + 1, 1);

    private static string Plain(string value) => new StringDecorated(value).ToString(OutputRendering.PlainText);
}
