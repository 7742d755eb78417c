using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MtaStsTools.AspNetCore.Diagnostics;
using MtaStsTools.AspNetCore.Policies;

namespace MtaStsTools.AspNetCore;

/// <summary>Adds the policies that an application serves.</summary>
public static class MtaStsServiceCollectionExtensions
{
    /// <summary>
    /// Adds policies. Each is assessed as the application starts: with an Error of a rule it does not start, and the exception names the domain and the rule; warnings are
    /// logged. Calls add up; of a domain the last policy counts.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Adds the policies.</param>
    public static IServiceCollection AddMtaSts(this IServiceCollection services, Action<MtaStsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<MtaStsOptions>().Configure(configure);
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<HostInstruments>();
        services.TryAddSingleton<PolicyStore>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PolicyStart>());
        return services;
    }

    /// <summary>
    /// Adds policies from a section of a configuration, whose keys are <c>Domains</c>, the domain, and <c>Mode</c>, <c>Mx</c> and <c>MaxAge</c>; <c>max_age</c> and other
    /// spellings of the file's keys are the same. A key that is unknown, and a policy with an Error, stop the application as it starts. When the configuration changes, the policies are read
    /// again, and stay as they were where the new ones have an Error.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="section">The section, usually <c>MtaSts</c>.</param>
    public static IServiceCollection AddMtaSts(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        services.AddSingleton<IOptionsChangeTokenSource<MtaStsOptions>>(new ConfigurationChangeTokenSource<MtaStsOptions>(Options.DefaultName, section));
        return services.AddMtaSts(options => ConfigurationPolicies.Read(section, options));
    }
}
