using MtaStsTools.Assessment.Certificates;

namespace MtaStsTools.Assessment.Exchangers;

/// <summary>One SMTP session (RFC 8461 §4.2, RFC 3207).</summary>
/// <param name="Session">The session.</param>
/// <param name="Outcome">What a sender that enforces would do on account of TLS.</param>
/// <param name="ResultType">The result type of RFC 8460 §4.3 where it refuses.</param>
/// <param name="Findings">What there is to say, in full severity.</param>
internal sealed record SessionAssessment(SmtpSession Session, SenderOutcome Outcome, string? ResultType, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether TCP connected, so that what followed is the host's own doing.</summary>
    public bool Connected => Session.Outcome.IsConnected();

    public static SessionAssessment Of(AssessmentContext context, string host, SmtpSession session)
    {
        SessionAssessment Unknown(params Finding[] findings) => new(session, SenderOutcome.Unknown, null, findings);
        SessionAssessment Refused(string resultType, Finding finding) => new(session, SenderOutcome.Refuse, resultType, [finding]);

        return session.Outcome switch
        {
            SmtpOutcome.TlsEstablished when session.Certificate is { } certificate => OfCertificate(context, host, session, certificate),
            SmtpOutcome.StartTlsNotOffered => Refused(ResultTypes.StartTlsNotSupported, MailExchangerRules.NoStartTls.On(host, host)),
            SmtpOutcome.StartTlsRefused => Refused(ResultTypes.StartTlsNotSupported, MailExchangerRules.StartTlsRefused.On(host, host, session.Detail ?? "no reason was given")),
            SmtpOutcome.TlsFailed => Refused(ResultTypes.ValidationFailure, MailExchangerRules.TlsFailed.On(host, host, session.Detail ?? "no reason was given")),
            SmtpOutcome.TlsTooOld => Refused(ResultTypes.ValidationFailure, MailExchangerRules.TlsTooOld.On(host, host, session.TlsVersion ?? "TLS 1.1")),
            SmtpOutcome.ConnectFailed => Unknown(MailExchangerRules.Unreachable.On(host, host, session.Detail ?? "the connection failed")),
            SmtpOutcome.ConnectTimeout => Unknown(MailExchangerRules.Unreachable.On(host, host, session.Detail ?? "connecting timed out")),
            SmtpOutcome.NotReached => Unknown(MailExchangerRules.Unreachable.On(host, host, session.Detail ?? "the time for the domain was over first")),
            SmtpOutcome.ReplyTimeout => Unknown(MailExchangerRules.Unreachable.On(host, host, session.Detail ?? "no reply in time")),
            SmtpOutcome.Rejected => Unknown(MailExchangerRules.GreetingRejected.On(host, host, session.Detail ?? session.Banner ?? "no reason was given")),
            SmtpOutcome.ProtocolError => Unknown(MailExchangerRules.SmtpProtocolError.On(host, host, session.Detail ?? "no reason was given")),
            _ => Unknown(),
        };
    }

    private static SessionAssessment OfCertificate(AssessmentContext context, string host, SmtpSession session, CertificateObservation certificate)
    {
        var assessed = CertificateAssessment.Of(context, host, certificate, CertificateRuleSet.MailExchanger);
        var outcome = assessed.ResultType is null ? SenderOutcome.Deliver : SenderOutcome.Refuse;
        return new SessionAssessment(session, outcome, assessed.ResultType, WeakCipherSuite.Reason(session.CipherSuite) is { } reason
            ? [.. assessed.Findings, MailExchangerRules.CipherSuiteWeak.On(host, host, session.CipherSuite, reason)]
            : assessed.Findings);
    }
}
