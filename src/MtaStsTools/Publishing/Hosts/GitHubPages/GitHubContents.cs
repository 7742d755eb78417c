using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Hosts.GitHubPages;

/// <summary>The calls of GitHub's contents API that are made, one method each.</summary>
internal sealed class GitHubContents
{
    private const string MediaType = "application/vnd.github+json";

    private readonly GitHubPagesHostOptions _options;

    public GitHubContents(GitHubPagesHostOptions options)
    {
        _options = options;
        var header = "Bearer " + options.Token.ForHeader(nameof(options.Token));
        Client = new ApiClient(
            new ApiService
            {
                Name = "GitHub",
                Endpoint = ApiEndpoint.Check(options.Endpoint, nameof(options.Endpoint)),
                Fail = ApiError.ToPolicyHost,
                Secrets = [options.Token],
                Authorize = (message, _, _) =>
                {
                    message.Headers.TryAddWithoutValidation("Authorization", header);
                    message.Headers.TryAddWithoutValidation("X-GitHub-Api-Version", "2022-11-28");
                    return Task.CompletedTask;
                },
                Meaning = static (status, body) => ApiJson.ReadOr(body, answer => StatusOf(status, answer.TextOrNull("message") ?? ""), status),
                UnauthorizedRemedy = "Check the token: it may be mistyped, expired or revoked.",
                ForbiddenRemedy = "Give the token the permission Contents: Read and write for this repository, and let it pass the rules of the branch.",
            },
            options.Api);
    }

    public ApiClient Client { get; }

    /// <summary>The file; null where there is none.</summary>
    public async Task<GitHubFile?> ReadAsync(string subject, string path, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Get, subject, path) with { Query = [("ref", _options.Branch)], Expected = [404], IsRead = true };
        var answer = await Client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.IsNotFound ? null : Client.Read(answer, GitHubFile.Read);
    }

    /// <summary>Whether the repository itself can be seen: to a token that may not, GitHub says that it is not there.</summary>
    public Task CheckRepositoryAsync(string subject, CancellationToken cancellationToken) =>
        Client.SendAsync(ApiRequest.Get(subject, "repos", _options.Owner, _options.Repository) with { Accept = MediaType }, cancellationToken);

    /// <summary>Commits a file, where its blob still is <paramref name="sha"/>, or where there is none and that is null.</summary>
    public Task WriteAsync(string subject, string path, byte[] content, string? sha, string message, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, subject, path, content, sha, message, cancellationToken);

    /// <summary>Commits that a file is gone, where its blob still is <paramref name="sha"/>.</summary>
    public Task DeleteAsync(string subject, string path, string sha, string message, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, subject, path, null, sha, message, cancellationToken);

    private Task<ApiAnswer> SendAsync(HttpMethod method, string subject, string path, byte[]? content, string? sha, string message, CancellationToken cancellationToken) => Client.SendAsync(
        Request(method, subject, path) with
        {
            Body = JsonText.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("message", message);
                json.WriteString("branch", _options.Branch);
                if (content is not null)
                    json.WriteString("content", Convert.ToBase64String(content));
                if (sha is not null)
                    json.WriteString("sha", sha);
                json.WriteEndObject();
            }),
        },
        cancellationToken);

    private ApiRequest Request(HttpMethod method, string subject, string path) => new()
    {
        Method = method,
        Subject = subject,
        Path = ["repos", _options.Owner, _options.Repository, "contents", .. path.Split('/')],
        Accept = MediaType,
    };

    /// <summary>A limit of requests comes as 403, and that there is a file already as a request in which something lacks.</summary>
    private static int StatusOf(int status, string message) => status switch
    {
        403 when message.Contains("rate limit") => 429,
        422 when message.Contains("\"sha\"") => 409,
        _ => status,
    };
}
