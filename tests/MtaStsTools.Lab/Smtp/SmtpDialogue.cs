using System.Text;

namespace MtaStsTools.Lab.Smtp;

/// <summary>Lines in, text out. Latin-1 both ways, so that hostile octets pass as they are.</summary>
internal sealed class SmtpDialogue(Stream stream)
{
    private const int MaxLine = 4096;
    private readonly byte[] _buffer = new byte[MaxLine];
    private int _start;
    private int _end;

    public async Task WriteAsync(string text, CancellationToken stop) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), stop);

    /// <summary>One line without its CRLF; null at the end, or when a line is longer than any command may be.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken stop)
    {
        while (true)
        {
            var newLine = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (newLine >= 0)
            {
                var line = Encoding.Latin1.GetString(_buffer, _start, newLine).TrimEnd('\r');
                _start += newLine + 1;
                return line;
            }

            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            if (_end == _buffer.Length)
                return null;
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), stop);
            if (read == 0)
                return null;
            _end += read;
        }
    }
}
