using System.Globalization;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Net;

namespace MtaStsTools.Publishing.Dns.DynamicUpdate;

/// <summary>The sentence and the remedy for every way in which a request to a DNS server fails.</summary>
internal sealed class DnsUpdateFailures(string server, string subject, TsigKey? key, bool isUpdate)
{
    private string KeyText => key is null ? "The request was not signed" : $"The request was signed with the key {key}";

    public DnsUpdateException FromRcode(DnsRcode rcode, bool authenticated)
    {
        var (error, sentence, remedy) = rcode switch
        {
            DnsRcode.FormErr => (DnsUpdateError.FormErr,
                "could not read the request (FORMERR)",
                "Check that the server takes dynamic updates by RFC 2136; some front ends and load balancers mangle them."),
            DnsRcode.ServFail => (DnsUpdateError.ServFail,
                "failed to do it (SERVFAIL)",
                "Look in the server's log; often its zone file or journal cannot be written, or the zone could not be loaded."),
            DnsRcode.NXDomain => (DnsUpdateError.NXDomain,
                "says that a name which must exist does not (NXDOMAIN)",
                "Check the domain and the zone, then plan again."),
            DnsRcode.NotImp => (DnsUpdateError.NotImp,
                "does not know dynamic update (NOTIMP)",
                "Name the primary server of the zone, or publish the record by the means that this server has."),
            DnsRcode.Refused => (DnsUpdateError.Refused,
                $"refuses it (REFUSED). {KeyText}",
                "Let this key change the TXT record in the server's update policy (in BIND: update-policy or allow-update), or use another key."),
            DnsRcode.YXDomain => (DnsUpdateError.YXDomain,
                "says that a name which must not exist does (YXDOMAIN)",
                "Somebody else changed the zone at the same time: plan again."),
            DnsRcode.YXRRSet => (DnsUpdateError.YXRRSet,
                "has TXT records where there were none when the change was planned (YXRRSET); nothing was changed",
                "Somebody else created them at the same time: look at them, then plan again."),
            DnsRcode.NXRRSet => (DnsUpdateError.NXRRSet,
                "has other TXT records than when the change was planned (NXRRSET); nothing was changed",
                "Somebody else changed them at the same time: look at them, then plan again."),
            DnsRcode.NotAuth => (DnsUpdateError.NotAuth,
                $"is not authoritative for the zone, or does not take the request's signature (NOTAUTH). {KeyText}",
                "Name the primary server of the zone, and check that the key is meant for it."),
            DnsRcode.NotZone => (DnsUpdateError.NotZone,
                "says that the name is not in the zone (NOTZONE)",
                "Leave the zone out so that it is looked up, or name the deepest zone that holds the name."),
            _ => (DnsUpdateError.OtherRcode,
                $"answered with the RCODE {((int)rcode).ToString(CultureInfo.InvariantCulture)}",
                "Look in the server's log."),
        };
        var claim = key is not null && !authenticated ? " The answer was not signed, so this is only what it claims." : "";
        return Create(error, sentence + "." + claim, remedy, authenticated, doubtful: claim.Length > 0);
    }

    public DnsUpdateException FromTsigError(TsigRecord tsig, DateTimeOffset now, bool authenticated) => tsig.Error switch
    {
        DnsRcode.BadKey => Create(DnsUpdateError.BadKey,
            $"does not know the key {key}, or not with this algorithm (BADKEY).",
            "Check the key's name and its algorithm against the server's configuration; both must be the same on both sides.", authenticated),
        DnsRcode.BadSig => Create(DnsUpdateError.BadSig,
            $"knows the key {key} and finds the signature wrong (BADSIG).",
            "Check the key's secret against the server's configuration, and its algorithm.", authenticated),
        DnsRcode.BadTime => Create(DnsUpdateError.BadTime,
            $"finds the clocks too far apart (BADTIME): this machine has {Clock(now.ToUnixTimeSeconds())}, the server has {ServerClock(tsig)}; up to {TsigSignature.Fudge} seconds are allowed.",
            "Set the clock that is wrong; TSIG needs both within five minutes.", authenticated),
        DnsRcode.BadTrunc => Create(DnsUpdateError.BadTrunc,
            "wants a longer MAC than it was sent (BADTRUNC).",
            "The request carried the whole MAC: look at the server's configuration of the key.", authenticated),
        _ => FromRcode(DnsRcode.NotAuth, authenticated),
    };

    public DnsUpdateException FromVerdict(TsigVerdict verdict, TsigRecord? tsig, DateTimeOffset now) => verdict switch
    {
        TsigVerdict.Unsigned => Create(DnsUpdateError.UnsignedAnswer,
            "gave an answer without a signature to a signed request, so the answer may be anybody's.",
            "Check that the server knows TSIG and that nothing on the way rewrites DNS.", doubtful: true),
        TsigVerdict.OtherKey => Create(DnsUpdateError.BadAnswerSignature,
            $"signed its answer with another key or algorithm than {key}.",
            "Check that nothing on the way rewrites DNS.", doubtful: true),
        TsigVerdict.MacLength => Create(DnsUpdateError.BadAnswerSignature,
            $"signed its answer with a MAC of {(tsig?.Mac.Length ?? 0).ToString(CultureInfo.InvariantCulture)} octets, which RFC 8945 does not allow for {key}.",
            "Let the server send whole MACs for this key.", doubtful: true),
        TsigVerdict.Stale => Create(DnsUpdateError.StaleAnswer,
            $"signed its answer at {Clock((long)(tsig?.TimeSigned ?? 0))}, and this machine has {Clock(now.ToUnixTimeSeconds())}.",
            "Set the clock that is wrong; TSIG needs both within five minutes.", doubtful: true),
        _ => Create(DnsUpdateError.BadAnswerSignature,
            $"gave an answer whose signature is not that of {key}, so the answer may be anybody's.",
            "Check the key's secret, and that nothing on the way rewrites DNS.", doubtful: true),
    };

    public DnsUpdateException MalformedAnswer(string what) => Create(DnsUpdateError.MalformedAnswer,
        $"gave an answer that {what}.",
        "Check that the address and the port are those of a DNS server.", doubtful: true);

    public DnsUpdateException Timeout(string limit, bool sent) => Create(DnsUpdateError.Timeout,
        $"did not answer over TCP within {limit}.",
        "Check the address, the port, that TCP is let through on the way, and the time limit.", doubtful: sent);

    public DnsUpdateException ConnectionFailed(Exception reason, bool sent) => Create(DnsUpdateError.ConnectionFailed,
        $"cannot be asked over TCP: {SocketErrors.Describe(reason)}.",
        "Check the address, the port, and that TCP is let through on the way.", doubtful: sent, innerException: reason);

    public DnsUpdateException ServerNotFound(Exception? reason) => Create(DnsUpdateError.ServerNotFound,
        "has no address.",
        "Check the server's name, or give its address.", innerException: reason);

    public DnsUpdateException NotAuthoritative(string zone) => Create(DnsUpdateError.NotAuth,
        $"is not authoritative for {zone}.",
        "Name the primary server of the zone.");

    public DnsUpdateException RefusedToAnswer(bool authenticated) => Create(DnsUpdateError.Refused,
        $"refuses to answer (REFUSED). {KeyText}.",
        "Name the primary server of the zone: this one does not serve it, or not to this key or address.", authenticated);

    public DnsUpdateException NotInZone(string zone) => Create(DnsUpdateError.NotZone,
        $"was not asked, for the name is not in the zone {zone} that was given.",
        "Leave the zone out so that it is looked up, or name the deepest zone that holds the name.");

    public DnsUpdateException DeeperZone(string zone, string given) => Create(DnsUpdateError.NotZone,
        $"serves {zone}, a deeper zone that holds the name; a record in {given} would not be seen.",
        $"Leave the zone out so that it is looked up, or name {zone}.");

    public DnsUpdateException Delegated(string zone) => Create(DnsUpdateError.NotAuth,
        $"has delegated {zone} to other servers, so the name is not in a zone of its own.",
        $"Name the primary server of {zone}.");

    public DnsUpdateException ZoneNotFound() => Create(DnsUpdateError.ZoneNotFound,
        "has no zone that the name is in.",
        "Check the domain, and name the primary server of its zone.");

    /// <param name="error">What it is.</param>
    /// <param name="sentence">What the server did, after its name.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="authenticated">Whether a signed answer says so.</param>
    /// <param name="doubtful">Whether an update that was sent may have been carried out all the same.</param>
    /// <param name="innerException">What caused it.</param>
    private DnsUpdateException Create(
        DnsUpdateError error, string sentence, string remedy, bool authenticated = false, bool doubtful = false, Exception? innerException = null)
    {
        var mayHaveChanged = isUpdate && doubtful;
        return new DnsUpdateException(
            error,
            $"{subject}: the server {server} {sentence}{(mayHaveChanged ? " Whether the change was made is not known." : "")}",
            remedy + (mayHaveChanged ? " Look at the record before trying again." : ""),
            server,
            innerException)
        {
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
