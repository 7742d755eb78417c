using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.Lab.Scenarios;

/// <summary>Sound domains whose name servers answer dynamic updates, or read-back, in their own way (RFC 2136, RFC 8945).</summary>
internal static class PublishingScenarios
{
    public static IEnumerable<LabScenario> List =>
    [
        Sound("publish-new", "A policy host is up and no record published yet.").WithMtaSts(),
        Sound("publish-beside", "Foreign TXT values stand where the record goes.").WithMtaSts("v=spf1 -all", "site-verification=4f2a"),
        With("refused-update", "Updates are answered REFUSED.", UpdateFault.Refused),
        With("notauth-update", "Updates are answered NOTAUTH.", UpdateFault.NotAuth),
        With("notzone-update", "Updates are answered NOTZONE.", UpdateFault.NotZone),
        With("servfail-update", "Updates are answered SERVFAIL.", UpdateFault.ServFail),
        With("notimp-update", "Updates are answered NOTIMP.", UpdateFault.NotImp),
        With("formerr-update", "Updates are answered FORMERR.", UpdateFault.FormErr),
        With("yxrrset-update", "Updates are answered YXRRSET.", UpdateFault.YxRrset),
        With("nxrrset-update", "Updates are answered NXRRSET.", UpdateFault.NxRrset),
        With("badtime-update", "Updates are answered BADTIME: the server's clock is an hour ahead.", UpdateFault.BadTime),
        With("spoiled-signature", "Updates are carried out and the answer's signature is wrong.", UpdateFault.SpoiledSignature),
        With("unsigned-answer", "Updates are carried out and the answer is not signed.", UpdateFault.UnsignedAnswer),
        With("hangup-update", "Updates make the name server hang up.", UpdateFault.HangUp),
        With("silent-update", "Updates are carried out and never answered.", UpdateFault.Silent),
        With("pretend-update", "Updates are answered NOERROR and change nothing.", UpdateFault.Pretend),
        Sound("lagging-server", "The second name server lags one second behind.") with { SecondNameServer = SecondNameServer.Lagging },
        Sound("silent-server", "The second name server never answers.") with { SecondNameServer = SecondNameServer.Silent },
        Sound("refusing-server", "The second name server refuses.") with { SecondNameServer = SecondNameServer.Refusing },
    ];

    private static LabScenario With(string name, string description, UpdateFault fault) =>
        Sound(name, description) with { UpdateFault = fault };
}
