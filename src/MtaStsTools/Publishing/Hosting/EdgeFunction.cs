namespace MtaStsTools.Publishing.Hosting;

/// <summary>A function of CloudFront (its runtime 2.0) that answers at the edge; the origin of the distribution is never asked.</summary>
internal static class EdgeFunction
{
    /// <summary>As many octets as CloudFront takes.</summary>
    private const int MaxOctets = 10 * 1024;

    private const string Script = """
        // Serves MTA-STS policies (RFC 8461 section 3.3): one for each policy host, and nothing else.
        var policies = {policies};

        function handler(event) {
          var request = event.request;
          var host = request.headers.host ? request.headers.host.value.toLowerCase() : "";
          var policy = request.uri === "{path}" && Object.prototype.hasOwnProperty.call(policies, host) ? policies[host] : undefined;
          return {
            statusCode: policy === undefined ? 404 : 200,
            statusDescription: policy === undefined ? "Not Found" : "OK",
            headers: {
              "content-type": { value: "text/plain; charset=utf-8" },
              "cache-control": { value: "no-cache" },
              "x-content-type-options": { value: "nosniff" },
            },
            body: policy === undefined ? "There is no MTA-STS policy here.\n" : policy,
          };
        }
        """;

    /// <exception cref="ArgumentException">The policies are more than a function can hold.</exception>
    public static string Create(IReadOnlyList<HostedPolicy> policies)
    {
        var script = Script.Replace("{path}", WellKnownNames.PolicyPath).Replace("{policies}", HostingJson.Write(json => HostingJson.WritePolicies(json, policies)).TrimEnd()).Lines();
        return script.Length <= MaxOctets
            ? script
            : throw new ArgumentException($"A function of CloudFront has at most {MaxOctets} octets, and that of {policies.Count} policies has {script.Length}: make several distributions.", nameof(policies));
    }
}
