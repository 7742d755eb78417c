using System.Text;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Hosts.CloudflareWorker;

/// <summary>The calls of the Cloudflare API about workers that are made, one method each.</summary>
internal sealed class WorkerApi
{
    // What the script may count on; the script needs nothing newer.
    private const string CompatibilityDate = "2024-09-23";
    private const string Module = "worker.js";

    private readonly CloudflareWorkerHostOptions _options;

    public WorkerApi(CloudflareWorkerHostOptions options)
    {
        _options = options;
        Client = new ApiClient(
            CloudflareService.Create(options.Endpoint, options.ApiToken, ApiError.ToPolicyHost, "Account / Workers Scripts / Edit, Zone / Workers Routes / Edit and Zone / Zone / Read"),
            options.Api);
    }

    public ApiClient Client { get; }

    /// <summary>The script as it is stored, perhaps within a form; null where there is none.</summary>
    public async Task<string?> ReadAsync(string subject, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get(subject, [.. Script, "content", "v2"]) with { Accept = "*/*", Expected = [404] };
        var answer = await Client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.IsNotFound ? null : Encoding.UTF8.GetString(answer.Body.ToArray());
    }

    /// <summary>Puts a script of one module in the place of what is there.</summary>
    public Task WriteAsync(string subject, string script, CancellationToken cancellationToken)
    {
        // Longer than what a script could hold by chance, and new each time.
        var boundary = "mta-sts-" + Guid.NewGuid().ToString("N");
        var metadata = Encoding.UTF8.GetString(JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("main_module", Module);
            json.WriteString("compatibility_date", CompatibilityDate);
            json.WriteEndObject();
        }));
        var form = new StringBuilder();
        AppendPart(form, boundary, "metadata", null, "application/json", metadata);
        AppendPart(form, boundary, Module, Module, "application/javascript+module", script);
        form.Append("--").Append(boundary).Append("--\r\n");
        return Client.SendAsync(
            new ApiRequest
            {
                Method = HttpMethod.Put,
                Path = Script,
                Subject = subject,
                Body = Encoding.UTF8.GetBytes(form.ToString()),
                MediaType = $"multipart/form-data; boundary={boundary}",
            },
            cancellationToken);
    }

    /// <summary>The worker that has a host name; null where none has it.</summary>
    public async Task<string?> FindWorkerOfAsync(string subject, string host, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get(subject, [.. Account, "domains"]) with { Query = [("hostname", host)] };
        return await Client.SendAsync(
            request,
            answer => answer["result"].Items().Where(domain => string.Equals(domain["hostname"].Name(), host, StringComparison.OrdinalIgnoreCase)).Select(domain => domain["service"].Name()).FirstOrDefault(),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The id of the zone of exactly this name; null where the account has none.</summary>
    public async Task<string?> FindZoneAsync(string subject, string name, CancellationToken cancellationToken)
    {
        var request = ApiRequest.Get(subject, "zones") with { Query = [("name", name)] };
        return await Client.SendAsync(
            request,
            answer => answer["result"].Items().Where(zone => string.Equals(zone["name"].Name(), name, StringComparison.OrdinalIgnoreCase)).Select(zone => zone["id"].Name()).FirstOrDefault(),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives the worker a host name: its record in the zone and its certificate are Cloudflare's work.</summary>
    public Task AttachAsync(string subject, string host, string zoneId, CancellationToken cancellationToken) => Client.SendAsync(
        ApiRequest.Json("PUT", subject, json =>
        {
            json.WriteStartObject();
            json.WriteString("environment", "production");
            json.WriteString("hostname", host);
            json.WriteString("service", _options.ScriptName);
            json.WriteString("zone_id", zoneId);
            json.WriteEndObject();
        }, [.. Account, "domains"]),
        cancellationToken);

    private string[] Account => ["accounts", _options.AccountId, "workers"];

    private string[] Script => [.. Account, "scripts", _options.ScriptName];

    private static void AppendPart(StringBuilder form, string boundary, string name, string? file, string mediaType, string text) => form
        .Append("--").Append(boundary).Append("\r\nContent-Disposition: form-data; name=\"").Append(name).Append('"').Append(file is null ? "" : $"; filename=\"{file}\"")
        .Append("\r\nContent-Type: ").Append(mediaType).Append("\r\n\r\n").Append(text).Append("\r\n");
}
