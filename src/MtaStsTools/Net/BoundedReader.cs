using System.Text;

namespace MtaStsTools.Net;

/// <summary>Reads lines and octets from a peer that is not trusted. Text is Latin-1, so that no octet is lost.</summary>
internal sealed class BoundedReader(Stream stream, int maxLine)
{
    private readonly byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>Whether octets have arrived that nobody has read.</summary>
    public bool HasBuffered => _start < _end;

    /// <summary>One line, without its LF or CRLF; null where the peer closed the connection before its end.</summary>
    /// <exception cref="InvalidDataException">The line is too long; the message is safe to display.</exception>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (_start < _end || await FillAsync(cancellationToken).ConfigureAwait(false))
        {
            var newLine = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            var stop = newLine < 0 ? _end : newLine;
            if (line.Length + stop - _start > maxLine)
                throw new InvalidDataException($"a line is longer than {maxLine} octets");
            for (; _start < stop; _start++)
                line.Append((char)_buffer[_start]);
            if (newLine < 0)
                continue;
            _start++;
            if (line.Length > 0 && line[line.Length - 1] == '\r')
                line.Length--;
            return line.ToString();
        }

        return null;
    }

    /// <summary>Some octets, at least one unless the peer closed the connection.</summary>
    public async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        if (_start == _end && !await FillAsync(cancellationToken).ConfigureAwait(false))
            return 0;
        var read = Math.Min(count, _end - _start);
        Array.Copy(_buffer, _start, buffer, offset, read);
        _start += read;
        return read;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        _start = 0;
        _end = await stream.ReadAsync(_buffer, 0, _buffer.Length, cancellationToken).ConfigureAwait(false);
        return _end > 0;
    }
}
