using MtaStsTools.Dns.Messages;
using MtaStsTools.Dns.Tsig;

namespace MtaStsTools.Dns;

/// <summary>What became of one request: an answer, whatever its RCODE, or a fault with the facts about it.</summary>
internal sealed record DnsExchange
{
    /// <summary>The answer; null where there is a fault.</summary>
    public DnsMessage? Answer { get; init; }

    public DnsExchangeFault Fault { get; init; }

    /// <summary>Whether the answer or the TSIG error is signed with the key of the request.</summary>
    public bool IsAuthenticated { get; init; }

    /// <summary>Whether the request was on its way when the connection failed or time was up.</summary>
    public bool IsSent { get; init; }

    public Exception? Cause { get; init; }

    public TsigVerdict Verdict { get; init; }

    public TsigRecord? Tsig { get; init; }

    /// <summary>When the answer was looked at, by the clock of the signatures.</summary>
    public DateTimeOffset At { get; init; }
}
