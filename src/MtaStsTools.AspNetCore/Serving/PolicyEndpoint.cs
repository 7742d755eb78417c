using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using MtaStsTools.AspNetCore.Diagnostics;
using MtaStsTools.AspNetCore.Policies;

namespace MtaStsTools.AspNetCore.Serving;

/// <summary>Answers requests for policies (RFC 8461 §3.3).</summary>
internal sealed class PolicyEndpoint(PolicyStore store, HostInstruments instruments)
{
    private static readonly StringValues MediaType = "text/plain; charset=utf-8";
    private static readonly StringValues Methods = "GET, HEAD";
    private static readonly StringValues NoCache = "no-cache";
    private static readonly StringValues NoSniff = "nosniff";

    public Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);

        // The path is the only one that senders ask for, to the letter; routes take it in any case of letters. Not Request.Host, which would make a name of the header.
        var policy = string.Equals(request.Path.Value, WellKnownNames.PolicyPath, StringComparison.Ordinal) ? store.Current.Find(request.Headers.Host.ToString()) : null;
        var status = Decide(policy, request, response);
        response.StatusCode = status;
        instruments.CountRequest(policy?.Domain, status);
        if (policy is not null && Activity.Current is { IsAllDataRequested: true } activity)
            activity.SetTag(HostInstruments.DomainTag, policy.Domain);
        if (status != StatusCodes.Status200OK)
            return Task.CompletedTask;

        response.ContentLength = policy!.Body.Length;
        response.Headers.ContentType = MediaType;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(policy.Body, context.RequestAborted).AsTask();
    }

    private static int Decide(ServedPolicy? policy, HttpRequest request, HttpResponse response)
    {
        if (policy is null)
            return StatusCodes.Status404NotFound;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.Headers.Allow = Methods;
            return StatusCodes.Status405MethodNotAllowed;
        }

        response.Headers.ETag = policy.EntityTagHeader;
        response.Headers.CacheControl = NoCache;
        response.Headers.XContentTypeOptions = NoSniff;
        return EntityTags.Hold(request.Headers.IfNoneMatch, policy.EntityTag) ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;
    }
}
