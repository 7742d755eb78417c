using MtaStsTools.Lab;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Lab;

/// <summary>One lab for the tests that only look at the lab itself.</summary>
public sealed class LabFixture : IAsyncLifetime
{
    public MtaStsLab Lab { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Lab = await MtaStsLab.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Lab.DisposeAsync();
}
