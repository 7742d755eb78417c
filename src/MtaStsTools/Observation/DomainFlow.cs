using MtaStsTools.Dns;

namespace MtaStsTools.Observation;

/// <summary>Observes one domain: everything that does not depend on another answer is asked at once.</summary>
internal sealed partial class DomainFlow(ObservationRun run, DomainName domain, CancellationToken cancellationToken) : IDisposable
{
    // Every MX is observed; a domain with more than this is not one that means to receive mail.
    private const int MaxMailExchangers = 64;
    private readonly ObservationOptions _options = run.Options;
    private readonly TimedSteps _steps = new(run, domain.Ascii, cancellationToken);

    public async Task<DomainObservation> ObserveAsync()
    {
        Begun();
        var observedAt = _options.TimeProvider.GetUtcNow();
        var started = _options.TimeProvider.GetTimestamp();

        var record = _steps.TextsAsync(WellKnownNames.RecordOf(domain.Ascii));
        var reporting = _steps.TextsAsync(WellKnownNames.TlsRptOf(domain.Ascii));
        var policyHost = ObservePolicyHostAsync();
        var mx = AskMxAsync();
        var exchangers = ObserveMailExchangersAsync(mx);
        var parent = ObserveParentAsync(record);
        var misplaced = FindMisplacedAsync(record);
        await Task.WhenAll(record, reporting, policyHost, mx, exchangers, parent, misplaced).ConfigureAwait(false);
        Ended();

        return new DomainObservation
        {
            Domain = domain.Ascii,
            ObservedAt = observedAt,
            Duration = _options.TimeProvider.GetElapsedTime(started),
            Record = await record.ConfigureAwait(false),
            TlsReporting = await reporting.ConfigureAwait(false),
            PolicyHost = await policyHost.ConfigureAwait(false),
            Mx = await mx.ConfigureAwait(false),
            MailExchangers = await exchangers.ConfigureAwait(false),
            ParentRecord = await parent.ConfigureAwait(false),
            MisplacedRecords = await misplaced.ConfigureAwait(false),
            SmtpSkipped = _options.SkipSmtp,
            PrivateAddressesAllowed = _options.AllowPrivateAddresses,
        };
    }

    /// <summary>An observation of what could not be observed.</summary>
    public static DomainObservation Nothing(string domain, string failure, ObservationOptions options) => new()
    {
        Domain = domain,
        ObservedAt = options.TimeProvider.GetUtcNow(),
        Record = NotAsked.Texts(WellKnownNames.RecordOf(domain)),
        TlsReporting = NotAsked.Texts(WellKnownNames.TlsRptOf(domain)),
        PolicyHost = new PolicyHostObservation { Host = WellKnownNames.PolicyHostOf(domain), Addresses = NotAsked.Addresses(WellKnownNames.PolicyHostOf(domain)) },
        Mx = new MxLookupObservation { Lookup = NotAsked.Lookup(domain, DnsRecordType.MX) },
        SmtpSkipped = options.SkipSmtp,
        PrivateAddressesAllowed = options.AllowPrivateAddresses,
        Failure = failure,
    };

    public void Dispose()
    {
        Closed();
        _steps.Dispose();
    }

    // Where the framework has logs, traces and measurements, these are told.
    partial void Begun();

    partial void Ended();

    partial void Closed();

    private async Task<MxLookupObservation> AskMxAsync()
    {
        var answer = await _steps.QueryAsync(domain.Ascii, DnsRecordType.MX).ConfigureAwait(false);
        return new MxLookupObservation { Lookup = answer.Lookup, Records = answer.MailExchangers };
    }

    private async Task<PolicyHostObservation> ObservePolicyHostAsync()
    {
        var host = WellKnownNames.PolicyHostOf(domain.Ascii);
        var addresses = await HostAddresses.LookUpAsync(_steps, host).ConfigureAwait(false);
        var fetches = await HostAddresses.ContactAsync(
            _options,
            addresses,
            address => new PolicyFetch { Address = address, Outcome = PolicyFetchOutcome.AddressNotAllowed, Detail = "the address is not global" },
            address => _steps.FetchAsync(host, address),
            fetch => fetch.Outcome.IsConnected())
            .ConfigureAwait(false);
        return new PolicyHostObservation { Host = host, Addresses = addresses, Fetches = fetches };
    }

    private async Task<IReadOnlyList<MxHostObservation>> ObserveMailExchangersAsync(Task<MxLookupObservation> lookup)
    {
        var mx = await lookup.ConfigureAwait(false);
        IEnumerable<MxFact> exchangers = mx switch
        {
            { IsNullMx: true } => [],

            // RFC 5321 §5.1: without MX records, the domain itself is the exchanger; a failed question says nothing of the kind.
            { Lookup.Outcome: DnsOutcome.NoData } => [new MxFact(0, domain.Ascii)],
            _ => mx.Records.Where(record => record.Host.Length > 0).GroupBy(record => record.Host, StringComparer.Ordinal).Select(same => same.First()),
        };
        return await Task.WhenAll(exchangers.Take(MaxMailExchangers).Select(exchanger => MxHostObserver.ObserveAsync(_steps, exchanger))).ConfigureAwait(false);
    }

    /// <summary>The parent's record, where the domain has none of its own: the reader may believe that it is inherited (RFC 8461 §3.4).</summary>
    private async Task<TxtObservation?> ObserveParentAsync(Task<TxtObservation> record)
    {
        if (!IsMissing(await record.ConfigureAwait(false)))
            return null;

        // A domain of one label is a top-level domain, which has no business here.
        if (domain.Parent is not { Parent: not null } parent)
            return null;
        return await _steps.SharedTextsAsync(WellKnownNames.RecordOf(parent.Ascii)).ConfigureAwait(false);
    }

    /// <summary>Records of a domain that has none of its own, at the names where some put them.</summary>
    private async Task<IReadOnlyList<TxtObservation>> FindMisplacedAsync(Task<TxtObservation> record)
    {
        if (!IsMissing(await record.ConfigureAwait(false)))
            return [];
        var found = await Task.WhenAll(_steps.TextsAsync(WellKnownNames.PolicyHostOf(domain.Ascii)), _steps.TextsAsync(domain.Ascii)).ConfigureAwait(false);
        return
        [
            .. found.Select(texts => texts with { Records = [.. texts.Records.Where(txt => Begins(txt, StringComparison.OrdinalIgnoreCase))] })
                .Where(texts => texts.Records.Count > 0),
        ];
    }

    private static bool IsMissing(TxtObservation own) =>
        own.Lookup.IsConclusive && !own.Records.Any(txt => Begins(txt, StringComparison.Ordinal));

    private static bool Begins(TxtFact txt, StringComparison comparison) => txt.Text.StartsWith(WellKnownNames.RecordVersion, comparison);
}
