using System.Collections.Concurrent;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;

namespace MtaStsTools.Doubles;

/// <summary>
/// A small working copy of a service on loopback: it keeps what is written, checks who asks, and answers as the service's API documents. A test may let it
/// fail on the way.
/// </summary>
public abstract class ServiceDouble : IDisposable
{
    private readonly WireMockServer _server;
    private readonly Lock _lock = new();

    protected ServiceDouble()
    {
        _server = WireMockServer.Start(new WireMockServerSettings { Port = 0, StartAdminInterface = false, AllowPartialMapping = false, MaxRequestLogCount = 0 });
        _server.Given(Request.Create().UsingAnyMethod()).RespondWith(Response.Create().WithCallback(RespondAsync));
    }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => new(_server.Url! + "/");

    /// <summary>What was asked, in its order.</summary>
    public ConcurrentQueue<ServiceRequest> Requests { get; } = [];

    /// <summary>Answers in the service's place where it gives something else than null.</summary>
    public Func<ServiceRequest, ServiceAnswer?>? Fault { get; set; }

    /// <summary>What happens between two requests that a test wants to come between: called before each one is answered.</summary>
    public Action<ServiceRequest>? Before { get; set; }

    /// <summary>What happens once a request is carried out, before its answer is sent.</summary>
    public Action<ServiceRequest>? After { get; set; }

    public void Dispose()
    {
        _server.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The answer of the service as it works; one request at a time.</summary>
    protected abstract ServiceAnswer Answer(ServiceRequest request);

    /// <summary>Runs with no request in between.</summary>
    protected T Alone<T>(Func<T> action)
    {
        lock (_lock)
            return action();
    }

    private async Task<IResponseMessage> RespondAsync(IRequestMessage message)
    {
        var request = Read(message);
        Requests.Enqueue(request);
        Before?.Invoke(request);
        var answer = Fault?.Invoke(request) ?? Alone(() => Answer(request));
        After?.Invoke(request);
        await Task.Delay(answer.Delay);
        var response = new ResponseMessage
        {
            StatusCode = answer.Status,
            BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = answer.Body },
            Headers = new Dictionary<string, WireMockList<string>>(StringComparer.OrdinalIgnoreCase),
        };
        if (answer.Body.Length > 0)
            response.Headers["Content-Type"] = new WireMockList<string>(answer.MediaType);
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = new WireMockList<string>(value);
        return response;
    }

    private static ServiceRequest Read(IRequestMessage message)
    {
        var uri = new Uri(message.AbsoluteUrl);
        var query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => pair.Length > 1 ? Uri.UnescapeDataString(pair[1].Replace('+', ' ')) : "", StringComparer.Ordinal);
        var headers = (message.Headers ?? new Dictionary<string, WireMockList<string>>())
            .ToDictionary(pair => pair.Key, pair => string.Join(", ", pair.Value), StringComparer.OrdinalIgnoreCase);
        return new ServiceRequest(
            message.Method, [.. uri.AbsolutePath.Trim('/').Split('/').Select(Uri.UnescapeDataString)], query, headers,
            message.BodyAsBytes is { } octets ? System.Text.Encoding.UTF8.GetString(octets) : message.Body ?? "");
    }
}
