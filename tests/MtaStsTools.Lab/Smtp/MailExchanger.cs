using System.Net;
using System.Net.Sockets;
using System.Text;
using MtaStsTools.Lab.Certificates;
using MtaStsTools.Lab.Net;

namespace MtaStsTools.Lab.Smtp;

/// <summary>One mail exchanger: the server's side of RFC 5321 and RFC 3207 as far as a client that never sends mail can see.</summary>
internal sealed class MailExchanger(string name, IPAddress address, LabMailHost host, Lazy<IssuedCertificate> certificate, LabJournal journal)
{
    private const int MaxCommands = 50;
    private const int FloodBlocks = 20_000;

    public async Task ServeAsync(Socket socket, CancellationToken stop)
    {
        journal.Record(new LabConnection(name, address, Smtp: true));
        await using var transport = new NetworkStream(socket);
        if (host.Connection == ConnectionFault.HangUp)
            return;
        if (host.Connection == ConnectionFault.Silent)
            await Task.Delay(Timeout.Infinite, stop);

        var clear = new SmtpDialogue(transport);
        await GreetAsync(clear, stop);
        if (!await TalkAsync(clear, encrypted: false, stop))
            return;

        // What the client sent before the handshake must not survive it (RFC 3207 §4.2); a fresh dialogue has an empty buffer.
        await using var tls = await TlsAnswers.AcceptAsync(
            transport, host.Tls, host.TlsVersions, host.CipherSuite,
            serverName =>
            {
                journal.Record(new LabSmtpHandshake(name, address, serverName));
                return certificate.Value;
            },
            http: false, stop);
        if (tls is not null)
            await TalkAsync(new SmtpDialogue(tls), encrypted: true, stop);
    }

    private async Task GreetAsync(SmtpDialogue dialogue, CancellationToken stop)
    {
        if (host.Smtp == SmtpFault.BannerLineFlood)
        {
            await dialogue.WriteAsync("220 ", stop);
            await FloodAsync(dialogue, "all work and no play ", stop);
        }

        if (host.Smtp == SmtpFault.BannerFlood)
            await FloodAsync(dialogue, "220-all work and no play\r\n", stop);
        var banner = host.Banner ?? $"220 {name} ESMTP lab";
        await dialogue.WriteAsync(banner.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n", stop);
    }

    /// <summary>Serves commands; true when STARTTLS was answered 220 and a handshake is to follow.</summary>
    private async Task<bool> TalkAsync(SmtpDialogue dialogue, bool encrypted, CancellationToken stop)
    {
        for (var i = 0; i < MaxCommands && await dialogue.ReadLineAsync(stop) is { } line; i++)
        {
            journal.Record(new LabSmtpCommand(name, address, encrypted, line));
            var verb = line.Split(' ', 2)[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO" when encrypted && host.Smtp == SmtpFault.FailsAfterTls:
                    await dialogue.WriteAsync($"421 4.3.2 {name} closing\r\n", stop);
                    return false;
                case "EHLO" when host.Smtp == SmtpFault.EhloUnknown:
                    await dialogue.WriteAsync("502 5.5.1 Command not implemented\r\n", stop);
                    break;
                case "EHLO":
                    await AnswerEhloAsync(dialogue, encrypted, stop);
                    if (host.Smtp == SmtpFault.HangUpAfterEhlo)
                        return false;
                    break;
                case "HELO":
                    await dialogue.WriteAsync($"250 {name}\r\n", stop);
                    break;
                case "STARTTLS" when !encrypted:
                    await dialogue.WriteAsync(
                        host.StartTlsReply + "\r\n" + (host.Smtp == SmtpFault.ReplyInjection ? "250 injected before TLS\r\n" : ""), stop);
                    if (host.StartTlsReply.StartsWith("220", StringComparison.Ordinal))
                        return true;
                    break;
                case "NOOP" or "RSET":
                    await dialogue.WriteAsync("250 2.0.0 OK\r\n", stop);
                    break;
                case "QUIT":
                    await dialogue.WriteAsync("221 2.0.0 Bye\r\n", stop);
                    return false;
                default:
                    await dialogue.WriteAsync("502 5.5.1 The lab takes no mail\r\n", stop);
                    break;
            }
        }

        return false;
    }

    private async Task AnswerEhloAsync(SmtpDialogue dialogue, bool encrypted, CancellationToken stop)
    {
        if (host.Smtp == SmtpFault.EhloFlood)
            await FloodAsync(dialogue, "250-X-MORE\r\n", stop);
        string[] lines = [name, .. host.Keywords.Where(k => !encrypted || !k.Equals("STARTTLS", StringComparison.OrdinalIgnoreCase))];
        var reply = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
            reply.Append("250").Append(i == lines.Length - 1 ? ' ' : '-').Append(lines[i]).Append("\r\n");
        await dialogue.WriteAsync(reply.ToString(), stop);
    }

    private static async Task FloodAsync(SmtpDialogue dialogue, string text, CancellationToken stop)
    {
        var block = string.Concat(Enumerable.Repeat(text, 4096 / text.Length));
        for (var i = 0; i < FloodBlocks; i++)
            await dialogue.WriteAsync(block, stop);
    }
}
