using System.Globalization;
using MtaStsTools.Net;

namespace MtaStsTools.Observation.Smtp;

/// <summary>Reads replies within bounds (RFC 5321 §4.2, §4.5.3.1.5).</summary>
internal sealed class SmtpReplyReader(Stream stream)
{
    // RFC 5321 allows 512 octets a line; there are servers that stretch it.
    private const int MaxLine = 2000;
    private const int MaxLines = 200;
    private readonly BoundedReader _reader = new(stream, MaxLine);

    /// <summary>Whether the server said more than it was asked for.</summary>
    public bool HasBuffered => _reader.HasBuffered;

    /// <summary>One reply, however many lines it has.</summary>
    /// <exception cref="InvalidDataException">It is no SMTP, too long, or breaks off; the message is safe to display.</exception>
    public async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        int? code = null;
        while (lines.Count < MaxLines)
        {
            var line = await _reader.ReadLineAsync(cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidDataException("the server closed the connection in place of a reply");
            if (!TryReadCode(line, out var value) || (code ?? value) != value)
                throw new InvalidDataException($"'{DisplayText.Sanitize(line, 60)}' is no SMTP reply");
            code = value;
            lines.Add(line.Length > 4 ? line.Substring(4) : "");
            if (line.Length == 3 || line[3] == ' ')
                return new SmtpReply(value, lines);
        }

        throw new InvalidDataException($"a reply has more than {MaxLines.ToString(CultureInfo.InvariantCulture)} lines");
    }

    private static bool TryReadCode(string line, out int code)
    {
        code = 0;
        return line.Length >= 3
            && (line.Length == 3 || line[3] is ' ' or '-')
            && int.TryParse(line.Substring(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out code)
            && code is >= 200 and <= 599;
    }
}
