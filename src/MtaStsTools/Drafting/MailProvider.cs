namespace MtaStsTools.Drafting;

/// <summary>A provider of mail, known by the names of its MX hosts.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Suffix">The name that its MX hosts have, or stand under.</param>
/// <param name="UsesWildcard">Whether <c>mx</c> lines should have a wildcard for the hosts under <paramref name="Suffix"/>.</param>
internal sealed record MailProvider(string Name, string Suffix, bool UsesWildcard)
{
    /// <summary>
    /// A wildcard is used only where the provider asks for it or renames hosts at will; every other host stands in the policy by its own name,
    /// for a wildcard lets in all customers of the provider.
    /// </summary>
    public static IReadOnlyList<MailProvider> All { get; } =
    [
        // Microsoft Learn, "Enhancing mail flow with MTA-STS": mx: *.mail.protection.outlook.com
        new("Exchange Online", "mail.protection.outlook.com", UsesWildcard: true),
        // Microsoft Learn, "SMTP DNS-based Authentication of Named Entities": tenants with DNSSEC move to a host under <x>-v1.mx.microsoft, which <x> is Microsoft's to choose.
        new("Exchange Online", "mx.microsoft", UsesWildcard: true),
        // The same service for the clouds of the US government and of China.
        new("Exchange Online (GCC High)", "mail.protection.office365.us", UsesWildcard: true),
        new("Exchange Online (21Vianet)", "mail.protection.partner.outlook.cn", UsesWildcard: true),
        // Google Workspace Admin Help, "MX record values": smtp.google.com now; earlier aspmx.l.google.com with alt1 to alt4 under it.
        new("Google Workspace", "smtp.google.com", UsesWildcard: false),
        new("Google Workspace", "aspmx.l.google.com", UsesWildcard: true),
        // The oldest set-up: aspmx2 to aspmx5.googlemail.com.
        new("Google Workspace", "googlemail.com", UsesWildcard: true),
        // Cloudflare documentation, "Email Routing, MTA-STS": mx: *.mx.cloudflare.net
        new("Cloudflare Email Routing", "mx.cloudflare.net", UsesWildcard: true),
        // in1-smtp and in2-smtp; Fastmail's own domains use the wildcard.
        new("Fastmail", "messagingengine.com", UsesWildcard: true),

        // From here on hosts are the customer's own or few and stable: mx0a-….pphosted.com, mx1.hc….iphmx.com, d….ess.barracudanetworks.com …
        new("Proofpoint", "pphosted.com", UsesWildcard: false),
        new("Proofpoint Essentials", "ppe-hosted.com", UsesWildcard: false),
        new("Mimecast", "mimecast.com", UsesWildcard: false),
        new("Cisco Secure Email", "iphmx.com", UsesWildcard: false),
        new("Barracuda", "ess.barracudanetworks.com", UsesWildcard: false),
        new("Trend Micro", "tmes.trendmicro.com", UsesWildcard: false),
        new("Broadcom Email Security.cloud", "messagelabs.com", UsesWildcard: false),
        new("Forcepoint", "mailcontrol.com", UsesWildcard: false),
        new("Hornetsecurity", "hornetsecurity.com", UsesWildcard: false),
        new("Sophos", "hydra.sophos.com", UsesWildcard: false),
        new("Zoho Mail", "zoho.com", UsesWildcard: false),
        new("Zoho Mail", "zoho.eu", UsesWildcard: false),
        new("Zoho Mail", "zoho.in", UsesWildcard: false),
        new("Proton Mail", "protonmail.ch", UsesWildcard: false),
        new("iCloud Mail", "mail.icloud.com", UsesWildcard: false),
        new("Yandex 360", "mx.yandex.net", UsesWildcard: false),
        new("Amazon SES", "amazonaws.com", UsesWildcard: false),
        new("Yahoo", "yahoodns.net", UsesWildcard: false),
        new("Rackspace", "emailsrvr.com", UsesWildcard: false),
        new("Migadu", "migadu.com", UsesWildcard: false),
        new("mailbox.org", "mailbox.org", UsesWildcard: false),
        new("Tuta", "tutanota.de", UsesWildcard: false),
        new("Forward Email", "forwardemail.net", UsesWildcard: false),
        new("ImprovMX", "improvmx.com", UsesWildcard: false),
        new("IONOS", "ionos.com", UsesWildcard: false),
        new("OVHcloud", "ovh.net", UsesWildcard: false),
        new("Gandi", "gandi.net", UsesWildcard: false),
    ];

    /// <summary>The provider of an MX host, or null where it is none of these.</summary>
    public static MailProvider? Of(string host) => All.FirstOrDefault(provider => provider.IsSuffixOf(host) || string.Equals(host, provider.Suffix, StringComparison.OrdinalIgnoreCase));

    /// <summary>The pattern for a host of this provider: a wildcard in the place of the host's first label, or the host itself.</summary>
    public MxPattern PatternFor(string host) => MxPattern.Parse(UsesWildcard && IsSuffixOf(host) ? $"*.{string.Join(".", host.Split('.').Skip(1))}" : host);

    private bool IsSuffixOf(string host) =>
        host.Length > Suffix.Length && host[host.Length - Suffix.Length - 1] == '.' && host.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);
}
