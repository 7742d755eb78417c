using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MtaStsTools.Hosting;

namespace MtaStsTools.AspNetCore.Health;

/// <summary>Adds the live self-test to the health checks of an application.</summary>
public static class MtaStsHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check that fetches policies as senders do: over DNS and HTTPS, with the certificate checked. Unhealthy where a sender would get no policy or another one,
    /// degraded where that cannot be seen from here. How it looks is an option of <see cref="MtaStsClientServiceCollectionExtensions"/>.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="configure">Changes how much is fetched.</param>
    /// <param name="tags">Tags of the check.</param>
    public static IHealthChecksBuilder AddMtaSts(
        this IHealthChecksBuilder builder, string name = "mta-sts", Action<MtaStsHealthCheckOptions>? configure = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new MtaStsHealthCheckOptions();
        configure?.Invoke(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DomainsPerCheck, 1, nameof(configure));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.TimeLimit, TimeSpan.Zero, nameof(configure));
        builder.Services.AddMtaStsClient();
        builder.Services.TryAddSingleton(options);
        builder.Services.TryAddSingleton<PolicyHealthCheck>();
        return builder.AddCheck<PolicyHealthCheck>(name, failureStatus: null, tags ?? []);
    }
}
