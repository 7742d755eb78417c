namespace MtaStsTools.Net.Tls;

internal enum TlsOutcome
{
    Established,
    CertificateRejected,
    TooOld,
    Failed,
}
