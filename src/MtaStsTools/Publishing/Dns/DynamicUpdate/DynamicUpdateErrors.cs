using System.Globalization;
using MtaStsTools.Dns;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Net;
using static MtaStsTools.Publishing.ProviderErrorKind;

namespace MtaStsTools.Publishing.Dns.DynamicUpdate;

/// <summary>The kind, the sentence and the remedy for every way in which a request about <paramref name="subject"/> fails.</summary>
/// <param name="server">The server with its port.</param>
/// <param name="subject">The name that the request is about.</param>
/// <param name="key">The key that signed it; null where it was not signed.</param>
/// <param name="isUpdate">Whether it was to change anything.</param>
internal sealed class DynamicUpdateErrors(string server, string subject, TsigKey? key, bool isUpdate)
{
    private string KeyText => key is null ? "The request was not signed" : $"The request was signed with the key {key}";

    public DnsProviderException FromFault(DnsExchange exchange, TimeSpan timeout) => exchange.Fault switch
    {
        DnsExchangeFault.ServerNotFound => Create(Unavailable, null,
            "has no address.",
            "Check the server's name, or give its address."),
        DnsExchangeFault.ConnectionFailed => Create(Unavailable, null,
            $"cannot be asked over TCP: {SocketErrors.Describe(exchange.Cause!)}.",
            "Check the address, the port, and that TCP is let through on the way.", doubtful: exchange.IsSent, innerException: exchange.Cause),
        DnsExchangeFault.Timeout => Create(ProviderErrorKind.Timeout, null,
            $"did not answer over TCP within {TimeLimit.Describe(timeout)}.",
            "Check the address, the port, that TCP is let through on the way, and the time limit.", doubtful: exchange.IsSent),
        DnsExchangeFault.TsigError => FromTsigError(exchange.Tsig!, exchange.At, exchange.IsAuthenticated),
        DnsExchangeFault.BadSignature => FromVerdict(exchange.Verdict, exchange.Tsig, exchange.At),
        DnsExchangeFault.NotToRequest => Malformed("is not to what was asked"),
        DnsExchangeFault.Truncated => Malformed("is cut off although it came over TCP"),
        _ => Malformed("is not a DNS message"),
    };

    public DnsProviderException FromRcode(DnsRcode rcode, bool authenticated)
    {
        var (kind, detail, sentence, remedy) = rcode switch
        {
            DnsRcode.FormErr => (InvalidRequest, "FORMERR",
                "could not read the request",
                "Check that the server takes dynamic updates by RFC 2136; some front ends and load balancers mangle them."),
            DnsRcode.ServFail => (Unavailable, "SERVFAIL",
                "failed to do it",
                "Look in the server's log; often its zone file or journal cannot be written, or the zone could not be loaded."),
            DnsRcode.NXDomain => (Conflict, "NXDOMAIN",
                "says that a name which must exist does not",
                "Check the domain and the zone, then plan again."),
            DnsRcode.NotImp => (InvalidRequest, "NOTIMP",
                "does not know dynamic update",
                "Name the primary server of the zone, or publish the record by the means that this server has."),
            DnsRcode.Refused => (Forbidden, "REFUSED",
                "refuses it",
                "Let this key change the TXT record in the server's update policy (in BIND: update-policy or allow-update), or use another key."),
            DnsRcode.YXDomain => (Conflict, "YXDOMAIN",
                "says that a name which must not exist does",
                "Somebody else changed the zone at the same time: plan again."),
            DnsRcode.YXRRSet => (Conflict, "YXRRSET",
                "has TXT records or an alias where there was nothing when the change was planned; nothing was changed",
                "Somebody else created them at the same time: look at them, then plan again."),
            DnsRcode.NXRRSet => (Conflict, "NXRRSET",
                "has other TXT records than when the change was planned; nothing was changed",
                "Somebody else changed them at the same time: look at them, then plan again."),
            DnsRcode.NotAuth => (NotFound, "NOTAUTH",
                "is not authoritative for the zone, or does not take the request's signature",
                "Name the primary server of the zone, and check that the key is meant for it."),
            DnsRcode.NotZone => (InvalidRequest, "NOTZONE",
                "says that the name is not in the zone",
                "Leave the zone out so that it is looked up, or name the deepest zone that holds the name."),
            _ => (Unavailable, $"RCODE {((int)rcode).ToString(CultureInfo.InvariantCulture)}",
                "answered with an error that is not known here",
                "Look in the server's log."),
        };
        var aboutKey = kind == Forbidden || rcode == DnsRcode.NotAuth ? $" {KeyText}." : "";
        var claim = key is not null && !authenticated ? " The answer was not signed, so this is only what it claims." : "";
        return Create(kind, detail, $"{sentence} ({detail}).{aboutKey}{claim}", remedy, authenticated, doubtful: claim.Length > 0);
    }

    public DnsProviderException UnreadableRecord() => Malformed("has a TXT record that cannot be read");

    public DnsProviderException NotAuthoritative(string zone) => Create(NotFound, null,
        $"is not authoritative for {zone}.",
        "Name the primary server of the zone.");

    public DnsProviderException RefusedToAnswer(bool authenticated) => Create(Forbidden, "REFUSED",
        $"refuses to answer (REFUSED). {KeyText}.",
        "Name the primary server of the zone: this one does not serve it, or not to this key or address.", authenticated);

    public DnsProviderException NotInZone(string zone) => Create(InvalidRequest, null,
        $"was not asked, for the name is not in the zone {zone} that was given.",
        "Leave the zone out so that it is looked up, or name the deepest zone that holds the name.");

    public DnsProviderException DeeperZone(string zone, string given) => Create(InvalidRequest, null,
        $"serves {zone}, a deeper zone that holds the name; a record in {given} would not be seen.",
        $"Leave the zone out so that it is looked up, or name {zone}.");

    public DnsProviderException Delegated(string zone) => Create(NotFound, null,
        $"has delegated {zone} to other servers, so the name is not in a zone of its own.",
        $"Name the primary server of {zone}.");

    public DnsProviderException ZoneNotFound() => Create(NotFound, null,
        "has no zone that the name is in.",
        "Check the domain, and name the primary server of its zone.");

    private DnsProviderException FromTsigError(TsigRecord tsig, DateTimeOffset now, bool authenticated) => tsig.Error switch
    {
        DnsRcode.BadKey => Create(Unauthorized, "BADKEY",
            $"does not know the key {key}, or not with this algorithm (BADKEY).",
            "Check the key's name and its algorithm against the server's configuration; both must be the same on both sides.", authenticated),
        DnsRcode.BadSig => Create(Unauthorized, "BADSIG",
            $"knows the key {key} and finds the signature wrong (BADSIG).",
            "Check the key's secret against the server's configuration, and its algorithm.", authenticated),
        DnsRcode.BadTime => Create(Unauthorized, "BADTIME",
            $"finds the clocks too far apart (BADTIME): this machine has {Clock(now.ToUnixTimeSeconds())}, the server has {ServerClock(tsig)}; up to {TsigSignature.Fudge} seconds are allowed.",
            "Set the clock that is wrong; TSIG needs both within five minutes.", authenticated),
        DnsRcode.BadTrunc => Create(Unauthorized, "BADTRUNC",
            "wants a longer MAC than it was sent (BADTRUNC).",
            "The request carried the whole MAC: look at the server's configuration of the key.", authenticated),
        _ => Create(Unauthorized, $"TSIG error {((int)tsig.Error).ToString(CultureInfo.InvariantCulture)}",
            $"does not take the signature of the key {key}.",
            "Check the key's name, secret and algorithm against the server's configuration.", authenticated),
    };

    private DnsProviderException FromVerdict(TsigVerdict verdict, TsigRecord? tsig, DateTimeOffset now) => verdict switch
    {
        TsigVerdict.Unsigned => Create(MalformedAnswer, null,
            "gave an answer without a signature to a signed request, so the answer may be anybody's.",
            "Check that the server knows TSIG and that nothing on the way rewrites DNS.", doubtful: true),
        TsigVerdict.OtherKey => Create(MalformedAnswer, null,
            $"signed its answer with another key or algorithm than {key}.",
            "Check that nothing on the way rewrites DNS.", doubtful: true),
        TsigVerdict.MacLength => Create(MalformedAnswer, null,
            $"signed its answer with a MAC of {(tsig?.Mac.Length ?? 0).ToString(CultureInfo.InvariantCulture)} octets, which RFC 8945 does not allow for {key}.",
            "Let the server send whole MACs for this key.", doubtful: true),
        TsigVerdict.Stale => Create(MalformedAnswer, null,
            $"signed its answer at {Clock((long)(tsig?.TimeSigned ?? 0))}, and this machine has {Clock(now.ToUnixTimeSeconds())}.",
            "Set the clock that is wrong; TSIG needs both within five minutes.", doubtful: true),
        _ => Create(MalformedAnswer, null,
            $"gave an answer whose signature is not that of {key}, so the answer may be anybody's.",
            "Check the key's secret, and that nothing on the way rewrites DNS.", doubtful: true),
    };

    private DnsProviderException Malformed(string what) => Create(MalformedAnswer, null,
        $"gave an answer that {what}.",
        "Check that the address and the port are those of a DNS server.", doubtful: true);

    /// <param name="kind">What it is for any provider.</param>
    /// <param name="detail">The RCODE or TSIG error.</param>
    /// <param name="sentence">What the server did, after its name.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="authenticated">Whether a signed answer says so.</param>
    /// <param name="doubtful">Whether an update that was sent may have been carried out all the same.</param>
    /// <param name="innerException">What caused it.</param>
    private DnsProviderException Create(
        ProviderErrorKind kind, string? detail, string sentence, string remedy, bool authenticated = false, bool doubtful = false, Exception? innerException = null)
    {
        var mayHaveChanged = isUpdate && doubtful;
        return new DnsProviderException(
            kind,
            $"{subject}: the server {server} {sentence}{(mayHaveChanged ? " Whether the change was made is not known." : "")}",
            remedy + (mayHaveChanged ? " Look at the record before trying again." : ""),
            innerException)
        {
            Detail = detail,
            Server = server,
            IsAuthenticated = authenticated,
            MayHaveChanged = mayHaveChanged,
        };
    }

    private static string ServerClock(TsigRecord tsig) => tsig.ServerTime is { } time ? Clock((long)time) : "another time, which it does not say";

    // 253402300799 is the last second of the year 9999, beyond which no calendar date can be shown.
    private static string Clock(long unixSeconds) => unixSeconds is >= 0 and <= 253402300799
        ? DateTimeOffset.FromUnixTimeSeconds(unixSeconds).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)
        : unixSeconds.ToString(CultureInfo.InvariantCulture) + " s since 1970";
}
