using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MtaStsTools.AspNetCore.Diagnostics;
using MtaStsTools.AspNetCore.Policies;
using MtaStsTools.AspNetCore.Serving;

namespace MtaStsTools.AspNetCore;

/// <summary>Maps the policies into an application.</summary>
public static class MtaStsEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves at <c>/.well-known/mta-sts.txt</c> the policy of the domain whose policy host (<c>mta-sts.</c> and the domain) the request names: for GET and HEAD, with an entity
    /// tag, without signing in. Other methods are 405, other hosts 404. Nothing else is served; other routes of the application are not touched.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <returns>The endpoint, for conventions such as <c>ShortCircuit</c>.</returns>
    /// <exception cref="InvalidOperationException">The container has no policies.</exception>
    public static IEndpointConventionBuilder MapMtaSts(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var store = services.GetService<PolicyStore>() ?? throw new InvalidOperationException("The container has no policies. Call services.AddMtaSts before MapMtaSts.");
        RequestDelegate answer = new PolicyEndpoint(store, services.GetRequiredService<HostInstruments>()).AnswerAsync;
        return endpoints.Map(WellKnownNames.PolicyPath, answer).WithDisplayName("MTA-STS policies").WithMetadata(new AllowAnonymousAttribute());
    }
}
