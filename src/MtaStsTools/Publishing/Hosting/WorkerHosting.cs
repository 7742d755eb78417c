using MtaStsTools.Publishing.Hosts.CloudflareWorker;

namespace MtaStsTools.Publishing.Hosting;

/// <summary>A Cloudflare worker with a custom domain for each policy host, for which Cloudflare makes DNS record and certificate.</summary>
internal static class WorkerHosting
{
    public static IEnumerable<HostingFile> Create(IReadOnlyList<HostedPolicy> policies) =>
    [
        new HostingFile("worker.js", WorkerScript.Create(policies.ToDictionary(policy => policy.Host, policy => policy.Text, StringComparer.Ordinal))),
        new HostingFile("wrangler.json", HostingJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("name", "mta-sts");
            json.WriteString("main", "worker.js");
            json.WriteString("compatibility_date", "2024-09-23");
            json.WriteBoolean("workers_dev", false);
            json.WriteStartArray("routes");
            foreach (var policy in policies)
            {
                json.WriteStartObject();
                json.WriteString("pattern", policy.Host);
                json.WriteBoolean("custom_domain", true);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        })),
    ];
}
