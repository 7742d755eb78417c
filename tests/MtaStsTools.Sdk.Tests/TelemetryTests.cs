using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.Extensions.Logging;
using MtaStsTools.Diagnostics;
using MtaStsTools.Sdk.Tests.Architecture;
using MtaStsTools.Sdk.Tests.Observation;
using MtaStsTools.Sdk.Tests.Publishing;
using Xunit;

namespace MtaStsTools.Sdk.Tests;

/// <summary>What a listener and a logger are told, by the names of <c>docs/telemetry.md</c>.</summary>
public sealed class TelemetryTests(ObservationFixture fixture) : IClassFixture<ObservationFixture>
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SourceFile.FindRoot(), "docs", "telemetry.md"));

    [Fact]
    public async Task An_observation_and_a_change_are_told_to_listeners_and_loggers()
    {
        var told = new List<string>();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == MtaStsTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Add($"{activity.OperationName} {activity.GetTagItem("mtasts.domain")} {activity.GetTagItem("mtasts.outcome")} {activity.Status}"),
        };
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == MtaStsTelemetry.MeterName) listener.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add($"{instrument.Name} {value >= 0} {tags[0].Value}"));
        meters.Start();
        using var loggers = new Recorder(Add);

        var options = fixture.Options with { LoggerFactory = loggers };
        var domain = fixture.Lab.Scenario("publish-new").Domain;
        using (var observer = new DomainObserver(options))
            await observer.ObserveAsync(domain, TestContext.Current.CancellationToken);
        using (var observer = new DomainObserver(options))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => observer.ObserveAsync(domain, new CancellationToken(canceled: true)));
        var publisher = new MtaStsRecordPublisher(new InMemoryProvider(), new MtaStsRecordPublisherOptions { LoggerFactory = loggers, ReadBackTimeLimit = TimeSpan.Zero });
        var plan = await publisher.PlanAsync(new PublishRequest { Domain = "example.com", Id = "1" }, cancellationToken: TestContext.Current.CancellationToken);
        await publisher.ApplyAsync(plan, cancellationToken: TestContext.Current.CancellationToken);

        string[] expected =
        [
            "1000 ObservationBegan MtaStsTools.DomainObserver", $"mtasts.observe {domain} completed Unset", "mtasts.observation.duration True completed", "1001 ObservationEnded MtaStsTools.DomainObserver",
            $"mtasts.observe {domain} aborted Error", "mtasts.observation.duration True aborted", "1002 ObservationAborted MtaStsTools.DomainObserver",
            "2000 ChangeBegan MtaStsTools.MtaStsRecordPublisher", "mtasts.apply example.com completed Unset", "mtasts.change.duration True completed", "2001 ChangeEnded MtaStsTools.MtaStsRecordPublisher",
        ];
        lock (told)
            Assert.All(expected, item => Assert.Contains(item, told));

        void Add(string item)
        {
            lock (told)
                told.Add(item);
        }
    }

    [Fact]
    public void Without_a_listener_nothing_is_allocated()
    {
        Watch();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            Watch();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Watch()
        {
            var watched = WatchedOperation.Begin(MtaStsTelemetry.ObserveActivity, Instruments.Shared.ObservationDuration, "example.com");
            watched.End("completed", isError: false);
        }
    }

    [Fact]
    public void The_page_lists_every_event_activity_and_instrument()
    {
        var events = typeof(Log).GetMethods().Select(method => (Method: method, Event: method.GetCustomAttribute<LoggerMessageAttribute>())).Where(item => item.Event is not null).ToList();
        Assert.Equal(6, events.Count);
        Assert.All(events, item => Assert.Contains($"| {item.Event!.EventId} | {item.Event.Level} | {item.Method.Name} |", Page, StringComparison.Ordinal));
        string[] names = [MtaStsTelemetry.ObserveActivity, MtaStsTelemetry.ApplyActivity, Instruments.Shared.ObservationDuration.Name, Instruments.Shared.ChangeDuration.Name];
        Assert.All(names, name => Assert.Contains($"| `{name}` |", Page, StringComparison.Ordinal));
    }

    private sealed class Recorder(Action<string> add) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => new Logger(add, categoryName);

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        private sealed class Logger(Action<string> add, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => add($"{eventId.Id} {eventId.Name} {category}");
        }
    }
}
