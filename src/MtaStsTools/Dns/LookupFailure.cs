using System.Net.Sockets;
using DnsClient;
using MtaStsTools.Net;

namespace MtaStsTools.Dns;

/// <summary>What an exception says of a question that has no answer. The one list of them; what is on it nowhere is a malformed answer.</summary>
internal static class LookupFailure
{
    public static (DnsOutcome Outcome, string Detail) Explain(Exception exception, TimeSpan timeout) => exception switch
    {
        OperationCanceledException or TimeoutException or DnsResponseException { Code: DnsResponseCode.ConnectionTimeout } =>
            (DnsOutcome.Timeout, $"no answer within {TimeLimit.Describe(timeout)}"),
        DnsXidMismatchException => (DnsOutcome.Failed, "the answer is to another question"),
        SocketException socket => (DnsOutcome.Failed, SocketErrors.Describe(socket)),
        IOException or ObjectDisposedException => (DnsOutcome.Failed, "the connection broke off"),
        DnsResponseException { InnerException: { } cause } => Explain(cause, timeout),
        _ => (DnsOutcome.Failed, "the answer is malformed"),
    };
}
