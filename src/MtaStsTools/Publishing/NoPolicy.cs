namespace MtaStsTools.Publishing;

/// <summary>Why a report has no policy, as the end of a sentence: what happened on the way to it.</summary>
internal static class NoPolicy
{
    public static string Reason(DomainReport report)
    {
        var observation = report.Observation;
        var (host, addresses) = (observation.PolicyHost.Host, observation.PolicyHost.Addresses);
        if (observation.Failure is { } failure)
            return $"{report.Domain} could not be observed: {failure}.";
        if ((addresses.IPv4.Failure ?? addresses.IPv6.Failure) is { } unanswered && addresses.Addresses.Count == 0)
            return $"the addresses of {host} could not be looked up: {unanswered}.";
        if (addresses.IPv4.Outcome == DnsOutcome.NameDoesNotExist)
            return $"{host} does not exist.";
        if (addresses.Addresses.Count == 0)
            return $"{host} has no address.";
        return observation.PolicyHost.Fetches.Count == 0 ? $"{host} was not asked." : $"{host} was asked and gave no policy that can be read.";
    }
}
