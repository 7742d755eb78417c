using System.Collections.Concurrent;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>What the options of an observer ask for.</summary>
public sealed class ObserverOptionsTests(ObservationFixture fixture) : IClassFixture<ObservationFixture>
{
    [Fact]
    public async Task Every_step_is_told_in_words_that_are_safe_to_show()
    {
        var steps = new ConcurrentQueue<ObservationStep>();
        await fixture.ObserveAsync("good", o => o with { Progress = new Listener(steps) });

        Assert.All(steps, step => Assert.Equal("good.test", step.Domain));
        var texts = steps.Select(step => step.Text).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(
            new HashSet<string>(["DNS: TXT _mta-sts.good.test", "DNS: MX good.test", "DNS: TLSA _25._tcp.mx1.good.test"], StringComparer.Ordinal), texts);
        Assert.Contains(texts, text => text.StartsWith("HTTPS: mta-sts.good.test [127.", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("SMTP: mx1.good.test [127.", StringComparison.Ordinal));
    }

    [Fact]
    public void Options_that_cannot_work_are_refused()
    {
        ObservationOptions[] bad =
        [
            new() { ThrottleLimit = 0 }, new() { DnsTimeout = TimeSpan.Zero }, new() { HttpTimeout = Timeout.InfiniteTimeSpan },
            new() { SmtpPort = 0 }, new() { HttpsPort = 65536 },
        ];
        Assert.All(bad, options => Assert.ThrowsAny<ArgumentException>(() => new DomainObserver(options)));
    }

    private sealed class Listener(ConcurrentQueue<ObservationStep> steps) : IProgress<ObservationStep>
    {
        public void Report(ObservationStep value) => steps.Enqueue(value);
    }
}
