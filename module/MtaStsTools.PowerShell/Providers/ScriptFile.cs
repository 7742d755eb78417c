using System.Management.Automation;
using System.Text;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>Reads what a user's script gives for a file: one string, or octets, or nothing where there is no file.</summary>
internal static class ScriptFile
{
    /// <summary>Far more than a policy may have.</summary>
    private const int MaxOctets = 1 << 20;

    /// <exception cref="FormatException">It is none of these; the message says what is wrong with it.</exception>
    public static ReadOnlyMemory<byte>? Read(IReadOnlyList<PSObject> output)
    {
        var values = output.Where(item => item?.BaseObject is not null).Select(item => item.BaseObject).ToList();
        if (values.Count == 0)
            return null;
        var octets = values switch
        {
            [string text] => Encoding.UTF8.GetBytes(text),
            [byte[] body] => body,
            _ when values.TrueForAll(value => value is byte) => values.ConvertAll(value => (byte)value).ToArray(),
            _ when values.TrueForAll(value => value is string) => throw new FormatException($"It gave {values.Count} strings, of which nobody knows what stood between them; Get-Content has -Raw for one."),
            _ => throw new FormatException($"It gave an object of the type {values.Find(value => value is not byte)!.GetType().Name}, and no file."),
        };
        return octets.Length <= MaxOctets ? octets : throw new FormatException($"It gave more than {MaxOctets} octets, so it is no policy.");
    }
}
