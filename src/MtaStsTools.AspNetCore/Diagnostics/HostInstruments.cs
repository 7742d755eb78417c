using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MtaStsTools.AspNetCore.Diagnostics;

/// <summary>What is measured of the policies that are served.</summary>
internal sealed class HostInstruments
{
    internal const string DomainTag = "mtasts.domain";
    internal const string OutcomeTag = "mtasts.outcome";
    internal const string StatusTag = "http.response.status_code";
    internal const string SelfTestActivity = "mtasts.selftest";
    internal static readonly ActivitySource Source = new(MtaStsTelemetry.ActivitySourceName);

    private readonly Counter<long> _requests;
    private readonly Counter<long> _loads;

    public HostInstruments(IMeterFactory meters)
    {
        var meter = meters.Create(MtaStsTelemetry.MeterName);
        _requests = meter.CreateCounter<long>("mtasts.host.requests", "{request}", "Requests for policies.");
        _loads = meter.CreateCounter<long>("mtasts.host.reloads", "{reload}", "Changes of the policies that are served.");
        meter.CreateObservableUpDownCounter("mtasts.host.policies", () => PolicyCount, "{policy}", "Policies that are served.");
    }

    public int PolicyCount { get; set; }

    /// <summary>Counts a request; the names of unknown hosts are not kept, since anybody can make them up.</summary>
    public void CountRequest(string? domain, int status)
    {
        if (!_requests.Enabled)
            return;
        var tags = new TagList { { StatusTag, status } };
        if (domain is not null)
            tags.Add(DomainTag, domain);
        _requests.Add(1, tags);
    }

    public void CountLoad(string outcome) => _loads.Add(1, new KeyValuePair<string, object?>(OutcomeTag, outcome));
}
