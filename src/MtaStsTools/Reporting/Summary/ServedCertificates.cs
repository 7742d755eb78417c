namespace MtaStsTools.Reporting.Summary;

/// <summary>The certificates that a report saw.</summary>
internal static class ServedCertificates
{
    /// <summary>Of each host the one that ends first.</summary>
    public static IEnumerable<ServedCertificate> Of(DomainReport report)
    {
        var policyHost = report.Observation.PolicyHost;
        var fetched = policyHost.Fetches.Select(fetch => fetch.Certificate?.Certificate.NotAfter).OfType<DateTimeOffset>().ToList();
        if (fetched.Count > 0)
            yield return new ServedCertificate { Host = DisplayText.Sanitize(policyHost.Host), IsPolicyHost = true, NotAfter = fetched.Min() };
        foreach (var host in report.MailExchangers)
        {
            if (host.Certificate is { } certificate)
                yield return new ServedCertificate { Host = DisplayText.Sanitize(host.Host), IsPolicyHost = false, NotAfter = certificate.NotAfter };
        }
    }
}
