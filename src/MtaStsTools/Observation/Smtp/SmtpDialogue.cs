using System.Text;
using MtaStsTools.Net;

namespace MtaStsTools.Observation.Smtp;

/// <summary>Commands out, replies in, each turn within its time.</summary>
internal sealed class SmtpDialogue(Stream stream)
{
    private readonly SmtpReplyReader _reader = new(stream);

    /// <summary>Whether the server said more than it was asked for.</summary>
    public bool HasBuffered => _reader.HasBuffered;

    /// <summary>Sends a command (none: waits for the greeting) and reads the reply; when time is up, the stream is closed.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<SmtpTurn> TakeTurnAsync(string? command, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(timeout, cancellationToken, stream);
        try
        {
            if (command is not null)
            {
                var octets = Encoding.ASCII.GetBytes(command + "\r\n");
                await stream.WriteAsync(octets, 0, octets.Length, limit.Token).ConfigureAwait(false);
            }

            return new SmtpTurn(await _reader.ReadAsync(limit.Token).ConfigureAwait(false), default, Detail: null);
        }
        catch (Exception exception) when (Connection.IsFailure(exception) || exception is InvalidDataException)
        {
            if (limit.IsOver)
                return new SmtpTurn(Reply: null, SmtpOutcome.ReplyTimeout, $"no reply to {command?.Split(' ')[0] ?? "the connection"} within {limit.Text}");
            var detail = exception is InvalidDataException ? exception.Message : SocketErrors.Describe(exception);
            return new SmtpTurn(Reply: null, SmtpOutcome.ProtocolError, detail);
        }
    }
}
