namespace MtaStsTools.Publishing.RecordCode;

/// <summary>
/// Writes records as code, for whoever has no write access to a DNS but to what feeds it. The text of a record may hold any character; it is escaped as each
/// format demands, so that it can never be read as code.
/// </summary>
public static class RecordCodeWriter
{
    /// <summary>The records of <paramref name="domains"/> as a text to commit or to run, with lines that end in LF.</summary>
    /// <exception cref="ArgumentException">A domain is not within its zone, is given twice or has no record; a time to live is none; a record is too long for the format.</exception>
    /// <exception cref="MtaStsFormatException">A domain or a zone is no domain name, or a record is not valid.</exception>
    public static string Write(IEnumerable<DomainRecords> domains, RecordCodeFormat format) => Write([.. domains.SelectMany(Entries)], format);

    /// <summary>The entries as code; each name once.</summary>
    internal static string Write(IReadOnlyList<CodeEntry> entries, RecordCodeFormat format)
    {
        if (entries.Count == 0)
            throw new ArgumentException("There is no record to write.", nameof(entries));
        if (entries.GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"The record {DisplayText.Sanitize(twice.Key)} is given twice.", nameof(entries));
        return format switch
        {
            RecordCodeFormat.ZoneFile => ZoneFileCode.Write(entries),
            RecordCodeFormat.TerraformAzure => TerraformAzureCode.Write(entries),
            RecordCodeFormat.TerraformAws => TerraformAwsCode.Write(entries),
            RecordCodeFormat.TerraformCloudflare => TerraformCloudflareCode.Write(entries),
            RecordCodeFormat.TerraformGoogle => TerraformGoogleCode.Write(entries),
            RecordCodeFormat.Bicep => BicepCode.Write(entries),
            RecordCodeFormat.DnsControl => DnsControlCode.Write(entries),
            RecordCodeFormat.OctoDns => OctoDnsCode.Write(entries),
            RecordCodeFormat.AzCli => AzCliCode.Write(entries),
            RecordCodeFormat.PowerShell => PowerShellCode.Write(entries),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
        };
    }

    private static IEnumerable<CodeEntry> Entries(DomainRecords records)
    {
        var domain = DomainName.Parse(records.Domain).Ascii;
        var zone = records.Zone is null ? domain : DomainName.Parse(records.Zone).Ascii;
        if (!domain.Equals(zone, StringComparison.OrdinalIgnoreCase) && !domain.EndsWith("." + zone, StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The domain {domain} is not within the zone {zone}.", nameof(records));

        // RFC 2181 §8: a TTL is an unsigned number of 31 bits.
        if (records.Ttl < TimeSpan.Zero || records.Ttl.TotalSeconds > int.MaxValue || records.Ttl.Ticks % TimeSpan.TicksPerSecond != 0)
            throw new ArgumentException("A time to live is a whole number of seconds from 0 to 2147483647.", nameof(records));
        if (records is { MtaSts: null, TlsRpt: null })
            throw new ArgumentException($"There is neither an MTA-STS nor a TLSRPT record of {domain} to write.", nameof(records));
        if (records.MtaSts is { } sts)
            yield return Entry("mta_sts", WellKnownNames.RecordOf(domain), MtaStsRecord.Parse(sts.ToString()).ToString());
        if (records.TlsRpt is { } tls)
            yield return Entry("tlsrpt", WellKnownNames.TlsRptOf(domain), TlsRptRecord.Parse(tls.ToString()).ToString());

        CodeEntry Entry(string kind, string name, string text) => new()
        {
            Kind = kind,
            Domain = domain,
            Zone = zone,
            Name = name,
            Value = TxtValue.FromText(text),
            Ttl = (long)records.Ttl.TotalSeconds,
        };
    }
}
