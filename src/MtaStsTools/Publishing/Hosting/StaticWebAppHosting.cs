namespace MtaStsTools.Publishing.Hosting;

/// <summary>An Azure static web app for each policy host: one app serves the same files under all its custom domains, and gets their certificates.</summary>
internal static class StaticWebAppHosting
{
    public static IEnumerable<HostingFile> Create(IReadOnlyList<HostedPolicy> policies) =>
    [
        .. policies.Select(policy => new HostingFile($"{policy.Host}/staticwebapp.config.json", Configuration())),
        .. policies.Select(policy => new HostingFile($"{policy.Host}/index.html", "<!DOCTYPE html>\n<title>MTA-STS</title>\n<p>This host serves a policy of MTA-STS.</p>\n")),
        .. HostingExport.Files(policies, ""),
    ];

    private static string Configuration() => HostingJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("routes");
        json.WriteStartObject();
        json.WriteString("route", WellKnownNames.PolicyPath);
        json.WriteStartObject("headers");
        json.WriteString("Content-Type", ServerText.MediaType);
        json.WriteString("Cache-Control", "no-cache");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("globalHeaders");
        json.WriteString("X-Content-Type-Options", "nosniff");
        json.WriteEndObject();
        json.WriteStartObject("mimeTypes");
        json.WriteString(".txt", ServerText.MediaType);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
