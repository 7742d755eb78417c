using System.Security.Cryptography;
using System.Text;

namespace MtaStsTools.Doubles.Hosts;

/// <summary>The contents API of GitHub for one repository.</summary>
public sealed class GitHubDouble : ServiceDouble
{
    public const string Owner = "mail-team";
    public const string Repository = "policy-site";

    /// <summary>The token that the service knows.</summary>
    public string Secret { get; } = "ghp_" + Guid.NewGuid().ToString("N");

    /// <summary>The files of the branch, by their paths.</summary>
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The messages of the commits.</summary>
    public List<string> Commits { get; } = [];

    public byte[]? Read(string path) => Alone(() => Files.GetValueOrDefault(path));

    /// <summary>Commits as somebody else would.</summary>
    public void Write(string path, byte[]? content) => Alone(() => content is null ? Files.Remove(path) : (Files[path] = content) is not null);

    protected override ServiceAnswer Answer(ServiceRequest request)
    {
        if (!request.Headers.TryGetValue("Authorization", out var header) || header != "Bearer " + Secret)
            return Failed(401, "Bad credentials");
        if (!request.Headers.ContainsKey("User-Agent"))
            return Failed(403, "Request forbidden by administrative rules.");
        if (request.Path is not ["repos", Owner, Repository, ..])
            return Failed(404, "Not Found");
        if (request.Path.Count == 3)
            return ServiceAnswer.Json(200, new { full_name = $"{Owner}/{Repository}" });
        var path = string.Join('/', request.Path.Skip(4));
        if (request.IsRead)
            return request.Query.GetValueOrDefault("ref") == "main" && Files.TryGetValue(path, out var file) ? ServiceAnswer.Json(200, Show(path, file)) : Failed(404, "Not Found");
        if (request.Json.GetProperty("branch").GetString() != "main")
            return Failed(404, "Branch not found");
        return Commit(request, path);
    }

    private ServiceAnswer Commit(ServiceRequest request, string path)
    {
        var there = Files.GetValueOrDefault(path);
        var sha = request.Json.TryGetProperty("sha", out var given) ? given.GetString() : null;
        if (there is not null && sha is null)
            return Failed(422, "Invalid request.\n\n\"sha\" wasn't supplied.");
        if (there is null && request.Method == "DELETE")
            return Failed(404, "Not Found");
        if (sha is not null && (there is null || sha != Sha(there)))
            return Failed(409, $"{path} does not match {sha}");
        Commits.Add(request.Json.GetProperty("message").GetString()!);
        if (request.Method == "DELETE")
        {
            Files.Remove(path);
            return ServiceAnswer.Json(200, new { content = (object?)null, commit = new { sha = "0" } });
        }

        Files[path] = Convert.FromBase64String(request.Json.GetProperty("content").GetString()!);
        return ServiceAnswer.Json(there is null ? 201 : 200, new { content = new { path, sha = Sha(Files[path]) }, commit = new { sha = "0" } });
    }

    private static object Show(string path, byte[] file) => new
    {
        type = "file",
        encoding = "base64",
        size = file.Length,
        name = path.Split('/')[^1],
        path,
        sha = Sha(file),

        // In lines of 60, as the service writes it.
        content = string.Concat(Convert.ToBase64String(file).Chunk(60).Select(line => new string(line) + "\n")),
    };

    private static string Sha(byte[] file) => Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes($"blob {file.Length}\0"), .. file]));

    private static ServiceAnswer Failed(int status, string message) => ServiceAnswer.Json(status, new { message, documentation_url = "https://docs.github.com/rest" }) with
    {
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-GitHub-Request-Id"] = "ABCD:1234" },
    };
}
