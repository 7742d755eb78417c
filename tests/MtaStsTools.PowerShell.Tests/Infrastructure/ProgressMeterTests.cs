using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Infrastructure;

public sealed class ProgressMeterTests : IDisposable
{
    private readonly ModuleSession _session = new(importModule: false, state: TestCmdlets.State());

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Progress_tells_count_rate_and_remaining_time()
    {
        // Four items, one each second.
        var records = _session.Run("Test-AsyncProgress -Total 4 -SecondsEach 1").ThrowIfFailed().Progress;

        Assert.Equal(["1 of 4 domains, 1.0 a second", "2 of 4 domains, 1.0 a second", "3 of 4 domains, 1.0 a second", "4 of 4 domains, 1.0 a second", "Done"],
            records.Select(r => r.StatusDescription));
        Assert.Equal([25, 50, 75, 100, -1], records.Select(r => r.PercentComplete));
        Assert.Equal([3, 2, 1, 0, -1], records.Select(r => r.SecondsRemaining));
        Assert.Equal("domain 1", records[0].CurrentOperation);
        Assert.Equal(System.Management.Automation.ProgressRecordType.Completed, records[^1].RecordType);
    }

    [Fact]
    public void Progress_without_an_end_in_sight_tells_only_what_is_done()
    {
        var records = _session.Run("Test-AsyncProgress -Total 2 -SecondsEach 2 -Open").ThrowIfFailed().Progress;

        Assert.Equal("1 domains, 0.5 a second", records[0].StatusDescription);
        Assert.All(records, record => Assert.Equal(-1, record.PercentComplete));
    }

    [Fact]
    public void Progress_is_calm()
    {
        // A thousand items in one second.
        var records = _session.Run("Test-AsyncProgress -Total 1000 -SecondsEach 0.001").ThrowIfFailed().Progress;

        Assert.InRange(records.Count, 10, 13);
        Assert.StartsWith("1000 of 1000", records[^2].StatusDescription, StringComparison.Ordinal);
    }
}
