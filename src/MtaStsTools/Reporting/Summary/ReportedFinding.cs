namespace MtaStsTools.Reporting.Summary;

/// <summary>A finding with where it was found.</summary>
internal sealed record ReportedFinding
{
    public required Finding Finding { get; init; }

    /// <summary>The report that it is in; null where it is about a text or a file.</summary>
    public DomainReport? Report { get; init; }

    public string? Domain => Report?.Domain;

    /// <summary>The file that it is about; null where it is about no file.</summary>
    public string? File => Report is null && Finding.Line is not null ? Finding.Subject : null;

    /// <summary>Domain, and host or record where that is another name: <c>example.com, mx1.example.com</c>.</summary>
    public string Place => Domain is null
        ? Finding.Subject ?? ""
        : Finding.Subject is { } subject && !string.Equals(subject, Domain, StringComparison.Ordinal) ? $"{DisplayText.Sanitize(Domain)}, {subject}" : DisplayText.Sanitize(Domain);

    /// <summary>The message and what to do, with the place before it where neither a file nor the message itself names it.</summary>
    public string Message => File is null && Place.Length > 0 && Finding.Message.IndexOf(Domain is null ? Place : DisplayText.Sanitize(Domain), StringComparison.OrdinalIgnoreCase) < 0
        ? $"{Place}: {Finding.Message} {Finding.Remedy}"
        : $"{Finding.Message} {Finding.Remedy}";

    /// <summary>
    /// What it is about as a URI reference (RFC 3986): a file's path, the policy's address, or a record's name (RFC 4501: <c>dns:</c>); null where nothing is
    /// known.
    /// </summary>
    public string? UriReference
    {
        get
        {
            if (Domain is null)
                return Finding.Subject is { } path ? string.Join("/", path.Split('/', '\\').Select(Uri.EscapeDataString)) : null;
            var domain = Uri.EscapeDataString(Domain);
            if (Finding.IsAbout(RuleCategory.PolicyText) || Finding.IsAbout(RuleCategory.PolicyHost))
                return $"https://{WellKnownNames.PolicyHostOf(domain)}{WellKnownNames.PolicyPath}";
            if (Finding.IsAbout(RuleCategory.TlsRptText) || Finding.IsAbout(RuleCategory.TlsReporting))
                return $"dns:{WellKnownNames.TlsRptOf(domain)}?type=TXT";
            if (Finding.IsAbout(RuleCategory.MailExchanger) || Finding.IsAbout(RuleCategory.Dane))
                return $"dns:{domain}?type=MX";
            return $"dns:{WellKnownNames.RecordOf(domain)}?type=TXT";
        }
    }
}
