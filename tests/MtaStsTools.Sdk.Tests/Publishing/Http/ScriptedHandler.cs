using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Http;

/// <summary>Answers each request with the next of a list, and the last again and again.</summary>
internal sealed class ScriptedHandler(params Func<HttpRequestMessage, HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private int _next;

    public ConcurrentQueue<HttpRequestMessage> Requests { get; } = [];

    public static Func<HttpRequestMessage, HttpResponseMessage> Status(int status, string body = "{}", params (string Name, string Value)[] headers) => _ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
            Assert.True(response.Headers.TryAddWithoutValidation(name, value));
        return response;
    };

    public static Func<HttpRequestMessage, HttpResponseMessage> Throws(Exception exception) => _ => throw exception;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Enqueue(request);
        return Task.FromResult(answers[Math.Min(Interlocked.Increment(ref _next), answers.Length) - 1](request));
    }
}
