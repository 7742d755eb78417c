using System.Globalization;

namespace MtaStsTools.Publishing.Http;

/// <summary>How the API of Cloudflare, version 4, is spoken to, whatever it is asked about.</summary>
internal static class CloudflareService
{
    // A token that cannot be one is answered as a wrong header.
    private const int InvalidHeaders = 6003;

    private static readonly int[] NotAccepted = [InvalidHeaders, 6111, 9106, 9109, 10000, 10001];

    public static ApiService Create(Uri endpoint, ProviderSecret token, Func<ApiError, ProviderException> fail, string permissions)
    {
        var header = "Bearer " + token.ForHeader(nameof(token));
        return new ApiService
        {
            Name = "Cloudflare",
            Endpoint = ApiEndpoint.Check(endpoint, nameof(endpoint)),
            Fail = fail,
            Secrets = [token],
            Authorize = (message, _, _) =>
            {
                message.Headers.TryAddWithoutValidation("Authorization", header);
                return Task.CompletedTask;
            },
            Explain = static answer => First(answer)?.TextOrNull("message") ?? answer.TextOrNull("message"),
            Meaning = static (status, body) => status is 400 or 403 && ApiJson.ReadOr(body, Code, null) is { } code && Array.IndexOf(NotAccepted, code) >= 0 ? 401 : status,
            UnauthorizedRemedy = "Check the API token: it may be mistyped, expired, or a Global API Key, which is not taken.",
            ForbiddenRemedy = $"Give the API token the permissions {permissions}.",
        };
    }

    /// <summary>The number of the page after this one; null on the last.</summary>
    public static string? NextPage(ApiJson answer)
    {
        if (answer.Find("result_info") is not { } info || info.Find("total_pages") is not { } total)
            return null;
        var page = info["page"].Whole();
        return page < total.Whole() ? (page + 1).ToString(CultureInfo.InvariantCulture) : null;
    }

    private static ApiJson? First(ApiJson answer) => answer.Find("errors") is { } errors && errors.Items() is [var first, ..] ? first : null;

    private static int? Code(ApiJson answer) => First(answer)?.Find("code")?.Whole();
}
