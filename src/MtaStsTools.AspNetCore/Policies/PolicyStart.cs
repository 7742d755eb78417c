using Microsoft.Extensions.Hosting;

namespace MtaStsTools.AspNetCore.Policies;

/// <summary>Reads the policies before the application takes requests, so that one that is wrong stops it.</summary>
internal sealed class PolicyStart(PolicyStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = store.Current;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
