using System.Text;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace MtaStsTools.Cloud.Tests;

/// <summary>A service on loopback whose answers are made by a function of the request; the answers in <see cref="Next"/> come before it, one a request.</summary>
public abstract class HttpDouble : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly Lock _lock = new();

    protected HttpDouble() => _server.Given(Request.Create().UsingAnyMethod()).RespondWith(Response.Create().WithCallback(request => Write(AnswerOne(request))));

    public Uri Endpoint => new(_server.Url!);

    /// <summary>Answers for the next requests, whatever they ask.</summary>
    public Queue<DoubleAnswer> Next { get; } = [];

    /// <summary>An answer that comes before the usual one; null for the usual one.</summary>
    public Func<IRequestMessage, DoubleAnswer?> Before { get; set; } = static _ => null;

    /// <summary>What was asked, with the method before the path.</summary>
    public IReadOnlyList<string> Asked => [.. _server.LogEntries.Select(entry => $"{entry.RequestMessage!.Method} {entry.RequestMessage.Path}")];

    public IReadOnlyList<IRequestMessage> Requests => [.. _server.LogEntries.Select(entry => entry.RequestMessage!)];

    public void Dispose()
    {
        _server.Stop();
        _server.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static string? Header(IRequestMessage request, string name) =>
        request.Headers is { } headers && headers.TryGetValue(name, out var values) ? values.FirstOrDefault() : null;

    protected static string Query(IRequestMessage request, string name) =>
        (request.Query ?? new Dictionary<string, WireMockList<string>>()).FirstOrDefault(pair => Uri.UnescapeDataString(pair.Key) == name).Value?.FirstOrDefault() ?? "";

    protected abstract DoubleAnswer Answer(IRequestMessage request);

    private DoubleAnswer AnswerOne(IRequestMessage request)
    {
        // Two that change at once are one after the other to the service.
        lock (_lock)
            return Next.TryDequeue(out var next) ? next : Before(request) ?? Answer(request);
    }

    private static ResponseMessage Write(DoubleAnswer answer)
    {
        var message = new ResponseMessage
        {
            StatusCode = answer.Status,
            BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = Encoding.UTF8.GetBytes(answer.Body) },
            Headers = new Dictionary<string, WireMockList<string>>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = new(answer.MediaType) },
        };
        foreach (var (name, value) in answer.Headers)
            message.Headers[name] = new(value);
        return message;
    }
}
