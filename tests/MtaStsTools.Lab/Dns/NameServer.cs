using MtaStsTools.Lab.Net;

namespace MtaStsTools.Lab.Dns;

/// <summary>What to send back: octets (or none), now or later, and whether to hang up.</summary>
internal readonly record struct DnsOutcome(byte[]? Octets, TimeSpan Delay = default, bool HangUp = false)
{
    public static readonly DnsOutcome Silence = new(null);
}

/// <summary>Turns one request's octets into an outcome: query or update, with the faults the zone plans.</summary>
internal sealed class NameServer(ZoneCatalog zones, TsigKeyring keys, LabJournal journal)
{
    private static readonly TimeSpan SlowAnswer = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WrongClock = TimeSpan.FromHours(1);

    public DnsOutcome Handle(byte[] wire, bool second, bool tcp)
    {
        DnsMessage request;
        try
        {
            request = DnsMessage.Parse(wire);
        }
        catch (DnsFormatException)
        {
            return new DnsOutcome(DnsReply.FormatError(wire));
        }

        if (request.Questions.Count != 1)
            return new DnsOutcome(new DnsReply(request) { Rcode = DnsRcode.FormErr }.Encode());
        journal.Record(new LabDnsQuery(
            request.Questions[0].Name, request.Questions[0].Type, tcp, request.Opcode == DnsFlags.OpcodeUpdate, second));
        return request.Opcode switch
        {
            DnsFlags.OpcodeQuery => SignedQuery(request, second, tcp),
            DnsFlags.OpcodeUpdate => Update(request),
            _ => new DnsOutcome(new DnsReply(request) { Rcode = DnsRcode.NotImp }.Encode()),
        };
    }

    /// <summary>A query that carries TSIG is checked and its answer signed, as with an update (RFC 8945 §5).</summary>
    private DnsOutcome SignedQuery(DnsMessage request, bool second, bool tcp)
    {
        if (request.Tsig is not { } tsig)
            return Query(request, second, tcp);

        var error = keys.Verify(request);
        if (error != TsigError.None)
            return new DnsOutcome(keys.Sign(new DnsReply(request) { Rcode = DnsRcode.NotAuth }.Encode(), tsig, error));
        var outcome = Query(request, second, tcp);
        return outcome.Octets is { } octets ? outcome with { Octets = keys.Sign(octets, tsig, TsigError.None) } : outcome;
    }

    private DnsOutcome Query(DnsMessage request, bool second, bool tcp)
    {
        var question = request.Questions[0];
        var reply = new DnsReply(request);
        reply.Flags |= DnsFlags.RecursionAvailable;
        var zone = zones.Holding(question.Name);
        if (second && zone?.Second == SecondNameServer.Silent)
            return DnsOutcome.Silence;
        var fault = second && zone?.Second == SecondNameServer.Refusing
            ? DnsFault.Refused
            : zone?.FaultFor(question.Name, question.Type);
        switch (fault)
        {
            case DnsFault.Silent:
                return DnsOutcome.Silence;
            case DnsFault.ServFail or DnsFault.Refused:
                reply.Rcode = fault == DnsFault.Refused ? DnsRcode.Refused : DnsRcode.ServFail;
                return new DnsOutcome(reply.Encode());
            case DnsFault.Garbage:
                return new DnsOutcome([.. request.Wire.AsSpan(0, 2), .. "\x80\x80 this is no DNS message"u8]);
            case DnsFault.TruncateThenHangUp when tcp:
                return new DnsOutcome(null, HangUp: true);
        }

        zones.Answer(question, second, request.WantsAuthenticData, reply);
        var octets = reply.Encode();
        if (!tcp && (octets.Length > request.UdpLimit || fault is DnsFault.Truncate or DnsFault.TruncateThenHangUp))
            octets = reply.EncodeTruncated();
        if (fault == DnsFault.WrongId)
            octets[0] ^= 0xFF;
        return new DnsOutcome(octets, fault == DnsFault.Slow ? SlowAnswer : default);
    }

    private DnsOutcome Update(DnsMessage request)
    {
        var question = request.Questions[0];
        var reply = new DnsReply(request) { Flags = 0 };
        var zone = zones.Exactly(question.Name);
        var fault = zone?.UpdateFault ?? UpdateFault.None;
        if (fault == UpdateFault.HangUp)
            return new DnsOutcome(null, HangUp: true);
        if (request.Tsig is not { } tsig)
        {
            reply.Rcode = DnsRcode.Refused;
            return new DnsOutcome(reply.Encode());
        }

        var error = keys.Verify(request);
        var clockAhead = TimeSpan.Zero;
        if (error == TsigError.None && fault == UpdateFault.BadTime)
            (error, clockAhead) = (TsigError.BadTime, WrongClock);
        if (error != TsigError.None)
        {
            reply.Rcode = DnsRcode.NotAuth;
            return new DnsOutcome(keys.Sign(reply.Encode(), tsig, error, clockAhead: clockAhead));
        }

        reply.Rcode = Forced(fault) ?? Apply(zone, question, request);
        var octets = reply.Encode();
        return fault switch
        {
            UpdateFault.Silent => DnsOutcome.Silence,
            UpdateFault.UnsignedAnswer => new DnsOutcome(octets),
            _ => new DnsOutcome(keys.Sign(octets, tsig, TsigError.None, spoil: fault == UpdateFault.SpoiledSignature)),
        };
    }

    private static DnsRcode Apply(Zone? zone, DnsQuestion question, DnsMessage request) =>
        question.Type != DnsType.Soa ? DnsRcode.FormErr
        : zone is null || question.Class != DnsClass.In ? DnsRcode.NotAuth
        : DynamicUpdate.Apply(zone, request);

    private static DnsRcode? Forced(UpdateFault fault) => fault switch
    {
        UpdateFault.Refused => DnsRcode.Refused,
        UpdateFault.NotAuth => DnsRcode.NotAuth,
        UpdateFault.NotZone => DnsRcode.NotZone,
        UpdateFault.ServFail => DnsRcode.ServFail,
        UpdateFault.NotImp => DnsRcode.NotImp,
        UpdateFault.FormErr => DnsRcode.FormErr,
        UpdateFault.YxRrset => DnsRcode.YxRrset,
        UpdateFault.NxRrset => DnsRcode.NxRrset,
        UpdateFault.Pretend => DnsRcode.NoError,
        _ => null,
    };
}
