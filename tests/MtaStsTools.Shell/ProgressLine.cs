using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace MtaStsTools.Shell;

/// <summary>Keeps the last progress record on one line of the terminal, and takes it away before anything else is written.</summary>
internal sealed class ProgressLine(ShellConsole console)
{
    private const string EraseLine = "\r\u001b[K";

    private readonly Lock _lock = new();
    private bool _shown;

    public void Show(ProgressRecord record)
    {
        if (console.Progress is not { } writer)
            return;
        lock (_lock)
        {
            if (record.RecordType == ProgressRecordType.Completed)
            {
                Erase(writer);
                return;
            }

            var text = Describe(record);
            writer.Write(EraseLine + (text.Length < console.Width ? text : text[..(console.Width - 1)]));
            writer.Flush();
            _shown = true;
        }
    }

    public void Clear()
    {
        if (console.Progress is not { } writer)
            return;
        lock (_lock)
            Erase(writer);
    }

    private void Erase(TextWriter writer)
    {
        if (!_shown)
            return;
        writer.Write(EraseLine);
        writer.Flush();
        _shown = false;
    }

    private static string Describe(ProgressRecord record)
    {
        var text = new StringBuilder(record.Activity).Append(": ").Append(record.StatusDescription);
        if (record.PercentComplete >= 0)
            text.Append(CultureInfo.CurrentCulture, $" ({record.PercentComplete}%)");
        if (record.SecondsRemaining >= 0)
            text.Append(' ').Append(TimeSpan.FromSeconds(record.SecondsRemaining).ToString("c", CultureInfo.InvariantCulture)).Append(" left");
        if (!string.IsNullOrEmpty(record.CurrentOperation))
            text.Append(", ").Append(record.CurrentOperation);
        return text.ToString();
    }
}
