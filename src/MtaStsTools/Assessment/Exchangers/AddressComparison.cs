using System.Globalization;

namespace MtaStsTools.Assessment.Exchangers;

/// <summary>Tells where the addresses of one MX host behave differently: senders choose among them, and it is chance what becomes of a mail.</summary>
internal static class AddressComparison
{
    /// <summary>The difference, or null. Addresses of a family in which nothing could be reached are left out: the observer may lack the family.</summary>
    public static Finding? Of(string host, List<SessionAssessment> sessions)
    {
        if (sessions.Count < 2)
            return null;
        var reached = AddressFamilies.Of(sessions.Where(session => session.Connected).Select(session => session.Session.Address));
        var compared = sessions.Where(session =>
            session.Connected || (session.Session.Outcome != SmtpOutcome.AddressNotAllowed && reached.Contains(AddressFamilies.Of(session.Session.Address)))).ToList();
        if (compared.Select(session => (session.Session.Outcome, session.ResultType)).Distinct().Count() < 2)
            return null;
        return MailExchangerRules.AddressesDiffer.On(
            host, host, string.Join("; ", compared.Select(session => string.Format(CultureInfo.InvariantCulture, "{0} {1}", session.Session.Address, Behaviour(session)))));
    }

    private static string Behaviour(SessionAssessment session) => session.Outcome switch
    {
        SenderOutcome.Deliver => "is fine",
        SenderOutcome.Refuse => $"would be refused ({session.ResultType})",
        _ => session.Connected ? "does not get as far as TLS" : "cannot be reached",
    };
}
