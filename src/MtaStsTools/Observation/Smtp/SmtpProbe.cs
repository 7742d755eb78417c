using System.Net;
using MtaStsTools.Net;
using MtaStsTools.Net.Tls;

namespace MtaStsTools.Observation.Smtp;

/// <summary>One polite session with an MX host: greeting, EHLO, STARTTLS, handshake, QUIT (RFC 3207). No mail is ever begun.</summary>
internal sealed class SmtpProbe(ObservationOptions options, IConnector connector)
{
    private const int MaxExtensions = 100;

    // Whoever has said all that counts need not be waited for long.
    private static readonly TimeSpan FarewellTimeout = TimeSpan.FromSeconds(2);
    private readonly string _ehlo = $"EHLO {EhloName.Choose(options.EhloName)}";
    private readonly TlsClient _tls = new(options.ForTls());
    private readonly TimeProvider _clock = options.TimeProvider;

    public async Task<SmtpSession> ProbeAsync(string host, IPAddress address, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var session = new SmtpSession { Address = address.ToString(), Outcome = SmtpOutcome.ConnectFailed };
        var connection = await Connection.OpenAsync(
            connector, new IPEndPoint(address, options.SmtpPort), options.ConnectTimeout, cancellationToken).ConfigureAwait(false);
        if (connection.Stream is { } transport)
        {
            using (transport)
                session = await TalkAsync(session, host, transport, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            session = session with
            {
                Outcome = connection.TimedOut ? SmtpOutcome.ConnectTimeout : SmtpOutcome.ConnectFailed,
                Detail = connection.Detail,
            };
        }

        return session with { Duration = _clock.GetElapsedTime(started) };
    }

    private async Task<SmtpSession> TalkAsync(SmtpSession session, string host, Stream transport, CancellationToken cancellationToken)
    {
        var dialogue = new SmtpDialogue(transport);
        Task<SmtpTurn> Turn(string? command) => dialogue.TakeTurnAsync(command, options.GreetingTimeout, cancellationToken);

        var greeting = await Turn(command: null).ConfigureAwait(false);
        if (greeting.Reply is null)
            return Fail(session, greeting);
        session = session with { Banner = DisplayText.Sanitize(string.Join(" ", greeting.Reply.Lines)) };
        if (greeting.Reply.Code != 220)
            return await LeaveAsync(session, SmtpOutcome.Rejected, greeting.Reply.ToString()).ConfigureAwait(false);

        var ehlo = await Turn(_ehlo).ConfigureAwait(false);
        if (ehlo.Reply is null)
            return Fail(session, ehlo);
        if (!ehlo.Reply.IsPositive)
        {
            // A server that does not know EHLO has no extensions (RFC 5321 §4.1.4); any other refusal is of us.
            var outcome = ehlo.Reply.Code is 500 or 502 ? SmtpOutcome.StartTlsNotOffered : SmtpOutcome.Rejected;
            return await LeaveAsync(session, outcome, $"EHLO: {ehlo.Reply}").ConfigureAwait(false);
        }

        session = session with { Extensions = [.. ehlo.Reply.Lines.Skip(1).Take(MaxExtensions).Select(line => DisplayText.Sanitize(line))] };
        if (!ehlo.Reply.Lines.Skip(1).Any(OffersStartTls))
            return await LeaveAsync(session, SmtpOutcome.StartTlsNotOffered, detail: null).ConfigureAwait(false);

        var startTls = await Turn("STARTTLS").ConfigureAwait(false);
        if (startTls.Reply is null)
            return Fail(session, startTls);
        if (startTls.Reply.Code != 220)
            return await LeaveAsync(session, SmtpOutcome.StartTlsRefused, startTls.Reply.ToString()).ConfigureAwait(false);

        // RFC 3207 §6: whoever writes into the connection now could speak in the server's name after the handshake.
        return dialogue.HasBuffered
            ? session with { Outcome = SmtpOutcome.ProtocolError, Detail = "clear text follows the reply to STARTTLS" }
            : await SecureAsync(session, host, transport, cancellationToken).ConfigureAwait(false);

        async Task<SmtpSession> LeaveAsync(SmtpSession last, SmtpOutcome outcome, string? detail)
        {
            await dialogue.TakeTurnAsync("QUIT", FarewellTimeout, cancellationToken).ConfigureAwait(false);
            return last with { Outcome = outcome, Detail = detail };
        }
    }

    private async Task<SmtpSession> SecureAsync(SmtpSession session, string host, Stream transport, CancellationToken cancellationToken)
    {
        // The certificate is a fact here and no condition: what a sender would make of it is assessed later, and nothing is entrusted to this session.
        var tls = await _tls.HandshakeAsync(transport, host, static _ => null, cancellationToken).ConfigureAwait(false);
        session = session with { TlsVersion = tls.Version, CipherSuite = tls.CipherSuite, Certificate = tls.Certificate, Detail = tls.Detail };
        if (tls.Stream is null)
            return session with { Outcome = tls.Outcome == TlsOutcome.TooOld ? SmtpOutcome.TlsTooOld : SmtpOutcome.TlsFailed };
        using (tls.Stream)
            await new SmtpDialogue(tls.Stream).TakeTurnAsync("QUIT", FarewellTimeout, cancellationToken).ConfigureAwait(false);
        return session with { Outcome = SmtpOutcome.TlsEstablished };
    }

    private static SmtpSession Fail(SmtpSession session, SmtpTurn turn) => session with { Outcome = turn.Failure, Detail = turn.Detail };

    private static bool OffersStartTls(string line) => string.Equals(line.Trim(), "STARTTLS", StringComparison.OrdinalIgnoreCase);
}
