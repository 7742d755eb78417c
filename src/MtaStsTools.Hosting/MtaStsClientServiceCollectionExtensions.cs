using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Hosting;

/// <summary>Adds what observes domains and publishes to a container.</summary>
public static class MtaStsClientServiceCollectionExtensions
{
    /// <summary>The name of the client with which the APIs of DNS services and policy hosts are asked, for <c>AddHttpClient</c> and <c>IHttpClientFactory</c>.</summary>
    public const string HttpClientName = "MtaStsTools";

    /// <summary>
    /// Adds, each unless it is there already: <see cref="DomainObserver"/>, <see cref="DomainScanner"/>, <see cref="IDomainReporter"/>,
    /// <see cref="AssessmentOptions"/> and <see cref="HttpApiOptions"/>; and, for a container that has an <see cref="IDnsRecordProvider"/> (and an <see cref="IPolicyHost"/>),
    /// <see cref="MtaStsRecordPublisher"/> (and <see cref="MtaStsPublisher"/>). Logger, meter and clock are those of the container; an
    /// <see cref="Dns.IDnsResolver"/> and an <see cref="Net.IConnector"/> that it has are used.
    /// </summary>
    /// <param name="services">The container.</param>
    public static IServiceCollection AddMtaStsClient(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<MtaStsClientOptions>().ValidateOnStart();
        services.AddMetrics();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MtaStsClientOptions>, ClientOptionsCheck>());
        services.AddHttpClient(HttpClientName, client => client.Timeout = Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(ServiceHandler.Create);
        services.TryAddSingleton<ClientServices>();
        services.TryAddSingleton(provider => provider.GetRequiredService<ClientServices>().CreateObserver());
        services.TryAddSingleton(provider => new DomainScanner(provider.GetRequiredService<DomainObserver>()));
        services.TryAddSingleton(provider => provider.GetRequiredService<ClientServices>().Assessment);
        services.TryAddSingleton(provider => provider.GetRequiredService<ClientServices>().CreateApiOptions());
        services.TryAddSingleton<IDomainReporter>(provider => provider.GetRequiredService<ClientServices>().CreateReporter());
        services.TryAddTransient(provider => provider.GetRequiredService<ClientServices>().CreateRecordPublisher(provider.GetRequiredService<IDnsRecordProvider>()));
        services.TryAddTransient(provider => provider.GetRequiredService<ClientServices>().CreatePublisher(
            provider.GetRequiredService<IDnsRecordProvider>(), provider.GetRequiredService<IPolicyHost>(), provider.GetRequiredService<IDomainReporter>()));
        return services;
    }

    /// <summary>The same with options from code.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Changes the options.</param>
    public static IServiceCollection AddMtaStsClient(this IServiceCollection services, Action<MtaStsClientOptions> configure) =>
        services.AddMtaStsClient().Configure(configure);

    /// <summary>The same with options from a section of a configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="section">
    /// Has <c>Observation</c>, with the names of <see cref="ObservationOptions"/> (<c>DnsServers</c> as addresses with or without port, <c>TrustedRoots</c> as paths
    /// of PEM files, times as <see cref="DurationText"/> reads them), and <c>Assessment</c> with <c>MinimumEnforceMaxAge</c>, <c>MaximumNoneMaxAge</c> and
    /// <c>CertificateExpiryWarning</c>. What cannot be read, and a name that is none, stops the application as it starts.
    /// </param>
    public static IServiceCollection AddMtaStsClient(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddMtaStsClient(options => new ClientConfiguration(section, options.Problems).ApplyTo(options));
    }
}
