using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MtaStsTools.Dns;
using MtaStsTools.Net;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Hosting;

/// <summary>Makes observers and publishers of the options and of what the container has.</summary>
internal sealed class ClientServices
{
    private readonly IServiceProvider _provider;
    private readonly IHttpClientFactory _clients;
    private readonly ObservationOptions _observation;
    private readonly MtaStsPublisherOptions _publishing;

    public ClientServices(IServiceProvider provider, IHttpClientFactory clients, IOptions<MtaStsClientOptions> options)
    {
        (_provider, _clients) = (provider, clients);
        var loggers = provider.GetService<ILoggerFactory>();
        var meters = provider.GetService<IMeterFactory>();
        var clock = provider.GetService<TimeProvider>();
        var (observation, publishing) = (options.Value.Observation, options.Value.Publishing);
        _observation = observation with
        {
            LoggerFactory = observation.LoggerFactory ?? loggers,
            MeterFactory = observation.MeterFactory ?? meters,
            TimeProvider = Clock(observation.TimeProvider),
        };
        _publishing = publishing with
        {
            Records = publishing.Records with
            {
                LoggerFactory = publishing.Records.LoggerFactory ?? loggers,
                MeterFactory = publishing.Records.MeterFactory ?? meters,
                TimeProvider = Clock(publishing.Records.TimeProvider),
            },
        };
        Assessment = options.Value.Assessment;

        TimeProvider Clock(TimeProvider given) => given == TimeProvider.System ? clock ?? given : given;
    }

    public AssessmentOptions Assessment { get; }

    public DomainObserver CreateObserver() => new(_observation, _provider.GetService<IDnsResolver>(), _provider.GetService<IConnector>());

    public IDomainReporter CreateReporter() => new DomainReporter(_observation, Assessment);

    public HttpApiOptions CreateApiOptions() => new()
    {
        CreateClient = () => _clients.CreateClient(MtaStsClientServiceCollectionExtensions.HttpClientName),
        TimeProvider = _publishing.Records.TimeProvider,
    };

    public MtaStsRecordPublisher CreateRecordPublisher(IDnsRecordProvider records) => new(records, _publishing.Records);

    public MtaStsPublisher CreatePublisher(IDnsRecordProvider records, IPolicyHost host, IDomainReporter reporter) => new(records, host, reporter, _publishing);
}
