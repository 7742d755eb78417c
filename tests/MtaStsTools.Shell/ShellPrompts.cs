using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace MtaStsTools.Shell;

/// <summary>Questions to the user, one line each.</summary>
internal sealed class ShellPrompts(ShellConsole console)
{
    public string ReadLine() =>
        console.Input.ReadLine() ?? throw new HostException("A question cannot be answered: the input has ended. Give the value as a parameter.");

    public SecureString ReadSecret()
    {
        var secret = new SecureString();
        if (console.Input != Console.In || Console.IsInputRedirected)
        {
            foreach (var character in ReadLine())
                secret.AppendChar(character);
        }
        else
        {
            ReadKeys(secret);
        }

        secret.MakeReadOnly();
        return secret;
    }

    public Dictionary<string, PSObject> AskForFields(string caption, string message, IEnumerable<FieldDescription> fields)
    {
        WriteHeading(caption, message);
        var answers = new Dictionary<string, PSObject>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
        {
            console.Output.Write(field.Name + ": ");
            object answer = field.ParameterTypeFullName == typeof(SecureString).FullName ? ReadSecret() : ReadLine();
            answers[field.Name] = PSObject.AsPSObject(answer);
        }

        return answers;
    }

    public int AskForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        WriteHeading(caption, message);
        while (true)
        {
            console.Output.Write(string.Join("  ", choices.Select(c => $"[{KeyOf(c)}] {NameOf(c)}")));
            console.Output.Write(defaultChoice >= 0 ? $" (default is \"{KeyOf(choices[defaultChoice])}\"): " : ": ");
            var answer = ReadLine().Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            for (var i = 0; i < choices.Count; i++)
            {
                if (answer.Equals(KeyOf(choices[i]), StringComparison.OrdinalIgnoreCase) || answer.Equals(NameOf(choices[i]), StringComparison.OrdinalIgnoreCase))
                    return i;
            }
        }
    }

    public PSCredential AskForCredential(string caption, string message, string userName)
    {
        WriteHeading(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            console.Output.Write("User: ");
            userName = ReadLine();
        }

        console.Output.Write($"Password for {userName}: ");
        return new PSCredential(userName, ReadSecret());
    }

    private void WriteHeading(string caption, string message)
    {
        foreach (var line in new[] { caption, message }.Where(l => !string.IsNullOrEmpty(l)))
            console.Output.WriteLine(line);
    }

    private void ReadKeys(SecureString secret)
    {
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
                secret.RemoveAt(secret.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                secret.AppendChar(key.KeyChar);
        }

        console.Output.WriteLine();
    }

    // The character after the ampersand of a label is its key, as in "&Yes".
    private static string KeyOf(ChoiceDescription choice)
    {
        var mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        return mark >= 0 && mark + 1 < choice.Label.Length ? choice.Label.Substring(mark + 1, 1) : choice.Label;
    }

    private static string NameOf(ChoiceDescription choice) => choice.Label.Replace("&", "", StringComparison.Ordinal);
}
