using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MtaStsTools.AspNetCore.Diagnostics;
using Xunit;

namespace MtaStsTools.AspNetCore.Tests;

/// <summary>What a listener is told of the policies that are served, by the names of <c>docs/telemetry.md</c>.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Requests_and_policies_are_counted_in_the_meter_of_the_container()
    {
        await using var application = await ServedApplication.StartAsync(("example.com", ServedApplication.Policy));
        var meters = application.Application.Services.GetRequiredService<IMeterFactory>();
        var told = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == MtaStsTelemetry.MeterName && instrument.Meter.Scope == meters)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        (await application.SendAsync("mta-sts.example.com")).Dispose();
        (await application.SendAsync("mta-sts.example.org")).Dispose();
        listener.RecordObservableInstruments();
        lock (told)
            Assert.Equal(["mtasts.host.requests 1 http.response.status_code=200 mtasts.domain=example.com", "mtasts.host.requests 1 http.response.status_code=404", "mtasts.host.policies 1"], told);

        void Add(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (told)
                told.Add(string.Join(' ', [$"{instrument.Name} {value}", .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]));
        }
    }

    [Fact]
    public void The_page_lists_every_event_activity_and_instrument()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MtaStsTools.sln")))
            folder = folder.Parent!;
        var page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "telemetry.md"));
        var events = typeof(HostLog).GetMethods().Select(method => (Method: method, Event: method.GetCustomAttribute<LoggerMessageAttribute>())).Where(item => item.Event is not null).ToList();
        Assert.Equal(4, events.Count);
        Assert.All(events, item => Assert.Contains($"| {item.Event!.EventId} | {item.Event.Level} | {item.Method.Name} |", page, StringComparison.Ordinal));
        Assert.All(new[] { HostInstruments.SelfTestActivity, "mtasts.host.requests", "mtasts.host.reloads", "mtasts.host.policies" }, name => Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal));
    }
}
