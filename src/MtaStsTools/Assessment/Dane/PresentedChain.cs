namespace MtaStsTools.Assessment.Dane;

/// <summary>The certificates of a session that issued one another; servers need not send them in order, nor only those that belong.</summary>
internal static class PresentedChain
{
    /// <summary>The certificate and, as far as they were presented, its issuers and theirs, each once.</summary>
    public static IEnumerable<CertificateDer> Of(CertificateDer leaf, IReadOnlyList<CertificateFacts> presented)
    {
        var bySubject = presented.Select(CertificateDer.Of).OfType<CertificateDer>().ToLookup(certificate => certificate.Subject, StringComparer.Ordinal);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<CertificateDer>([leaf]);
        while (next.Count > 0)
        {
            var certificate = next.Dequeue();
            yield return certificate;
            if (!asked.Add(certificate.Issuer))
                continue;
            foreach (var issuer in bySubject[certificate.Issuer])
                next.Enqueue(issuer);
        }
    }
}
