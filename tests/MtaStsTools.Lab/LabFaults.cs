namespace MtaStsTools.Lab;

/// <summary>What the name server does wrong when asked for a name.</summary>
public enum DnsFault
{
    /// <summary>Answers SERVFAIL.</summary>
    ServFail,

    /// <summary>Answers REFUSED.</summary>
    Refused,

    /// <summary>Never answers, over UDP or TCP.</summary>
    Silent,

    /// <summary>Sets TC over UDP whatever the size, and answers in full over TCP.</summary>
    Truncate,

    /// <summary>Sets TC over UDP and hangs up over TCP.</summary>
    TruncateThenHangUp,

    /// <summary>Answers with octets that are no DNS message.</summary>
    Garbage,

    /// <summary>Answers with another transaction's id.</summary>
    WrongId,

    /// <summary>Answers after two seconds.</summary>
    Slow,
}

/// <summary>What the name server does wrong when asked to update a zone (RFC 2136).</summary>
public enum UpdateFault
{
    /// <summary>Nothing: the update is carried out.</summary>
    None,

    /// <summary>REFUSED, whoever signs.</summary>
    Refused,

    /// <summary>NOTAUTH, as a server that does not serve the zone says.</summary>
    NotAuth,

    /// <summary>NOTZONE.</summary>
    NotZone,

    /// <summary>SERVFAIL.</summary>
    ServFail,

    /// <summary>NOTIMP, as a server without dynamic update says.</summary>
    NotImp,

    /// <summary>FORMERR.</summary>
    FormErr,

    /// <summary>YXRRSET, as though a prerequisite had failed.</summary>
    YxRrset,

    /// <summary>NXRRSET, as though a prerequisite had failed.</summary>
    NxRrset,

    /// <summary>NOTAUTH with BADTIME, as a server whose clock is an hour ahead says.</summary>
    BadTime,

    /// <summary>Carries the update out and signs the answer wrongly.</summary>
    SpoiledSignature,

    /// <summary>Carries the update out and does not sign the answer.</summary>
    UnsignedAnswer,

    /// <summary>Closes the connection (or stays silent over UDP) before it does anything.</summary>
    HangUp,

    /// <summary>Carries the update out and never answers.</summary>
    Silent,

    /// <summary>Says NOERROR and changes nothing.</summary>
    Pretend,
}

/// <summary>How the zone's second name server differs from the first.</summary>
public enum SecondNameServer
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Serves the zone as it was some time ago (see <see cref="MtaStsLab.SetLag"/>).</summary>
    Lagging,

    /// <summary>Never answers.</summary>
    Silent,

    /// <summary>Answers REFUSED, as a lame delegation does.</summary>
    Refusing,
}

/// <summary>What goes wrong before a host says anything.</summary>
public enum ConnectionFault
{
    /// <summary>Nothing: connections are served.</summary>
    None,

    /// <summary>The address exists and nothing listens: connections are refused.</summary>
    Dead,

    /// <summary>Connections are neither accepted nor refused: connecting times out.</summary>
    BlackHole,

    /// <summary>The connection is accepted, and then nothing comes.</summary>
    Silent,

    /// <summary>The connection is accepted and closed at once.</summary>
    HangUp,
}

/// <summary>What goes wrong in the TLS handshake.</summary>
public enum TlsFault
{
    /// <summary>Nothing: TLS 1.2 and 1.3 are served.</summary>
    None,

    /// <summary>The server chooses TLS 1.1.</summary>
    Tls11Only,

    /// <summary>The server answers the ClientHello with the alert protocol_version.</summary>
    ProtocolVersionAlert,

    /// <summary>The server answers the ClientHello with octets that are no TLS.</summary>
    Garbage,

    /// <summary>The server answers the ClientHello in clear text, as an HTTP server does that knows no TLS.</summary>
    PlainText,

    /// <summary>The server reads the ClientHello and hangs up.</summary>
    HangUp,

    /// <summary>The server reads the ClientHello and says nothing.</summary>
    Silent,
}

/// <summary>What goes wrong in a policy host's HTTP answer.</summary>
public enum HttpFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Content-Length says more than is sent.</summary>
    LyingContentLength,

    /// <summary>The answer has no length and ends with the TLS session, as HTTP/1.0 does; nothing is wrong with it.</summary>
    EndsWithSession,

    /// <summary>The answer has no length and ends with the connection; no close_notify says that it is whole.</summary>
    EndsWithoutCloseNotify,

    /// <summary>Content-Encoding is gzip, and some tens of kilobytes unpack to 64 MiB.</summary>
    GzipBomb,

    /// <summary>The body comes an octet every 200 ms.</summary>
    SlowDrip,

    /// <summary>The header comes an octet every 200 ms.</summary>
    SlowHeaders,

    /// <summary>The header never ends.</summary>
    EndlessHeaders,

    /// <summary>The body, in chunks and well-formed, never ends.</summary>
    EndlessBody,

    /// <summary>The answer is no HTTP.</summary>
    Garbage,

    /// <summary>The request is read and never answered.</summary>
    Silent,
}

/// <summary>What goes wrong in an SMTP dialogue.</summary>
public enum SmtpFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The greeting has lines without end.</summary>
    BannerFlood,

    /// <summary>The greeting is one line without end.</summary>
    BannerLineFlood,

    /// <summary>The answer to EHLO has lines without end.</summary>
    EhloFlood,

    /// <summary>EHLO is answered 502; HELO is accepted.</summary>
    EhloUnknown,

    /// <summary>The server hangs up after EHLO.</summary>
    HangUpAfterEhlo,

    /// <summary>Clear-text replies follow the answer to STARTTLS in the same segment (RFC 3207 §4.2's injection).</summary>
    ReplyInjection,

    /// <summary>The dialogue goes wrong after the handshake: the encrypted EHLO is answered 421.</summary>
    FailsAfterTls,
}
