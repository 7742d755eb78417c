namespace MtaStsTools.Publishing.Hosting;

/// <summary>An Azure function app for Node.js: one function at the well-known path, which looks the policy up by the name that was asked for.</summary>
internal static class AzureFunctionHosting
{
    private const string Script = """
        // Serves MTA-STS policies (RFC 8461 section 3.3): one for each policy host, and nothing else.
        const policies = new Map(Object.entries(require("./policies.json")));

        module.exports = async function (context, request) {
          const given = request.headers["disguised-host"] || request.headers["host"] || "";
          const policy = policies.get(given.toLowerCase().replace(/:\d+$/, "").replace(/\.$/, ""));
          context.res = {
            status: policy === undefined ? 404 : 200,
            headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff" },
            body: policy === undefined ? "There is no MTA-STS policy here.\n" : policy,
          };
        };
        """;

    public static IEnumerable<HostingFile> Create(IReadOnlyList<HostedPolicy> policies) =>
    [
        new HostingFile("host.json", HostingJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("version", "2.0");
            json.WriteStartObject("extensions");
            json.WriteStartObject("http");
            json.WriteString("routePrefix", "");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        })),
        new HostingFile("policy/function.json", HostingJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("bindings");
            json.WriteStartObject();
            json.WriteString("type", "httpTrigger");
            json.WriteString("direction", "in");
            json.WriteString("name", "request");
            json.WriteString("authLevel", "anonymous");
            json.WriteString("route", WellKnownNames.PolicyPath.TrimStart('/'));
            json.WriteStartArray("methods");
            json.WriteStringValue("get");
            json.WriteStringValue("head");
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteStartObject();
            json.WriteString("type", "http");
            json.WriteString("direction", "out");
            json.WriteString("name", "res");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        })),
        new HostingFile("policy/index.js", Script.Lines()),
        new HostingFile("policy/policies.json", HostingJson.Write(json => HostingJson.WritePolicies(json, policies))),
    ];
}
