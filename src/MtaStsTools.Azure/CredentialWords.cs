using Azure.Identity;

namespace MtaStsTools.Azure;

/// <summary>What a credential says when it has no token: its first sentence, safe to show.</summary>
internal static class CredentialWords
{
    public static string Of(AuthenticationFailedException exception)
    {
        // The directory's own words are behind those of the library, which are the same for all that is wrong.
        var words = exception is CredentialUnavailableException ? exception.Message : exception.InnerException?.Message ?? exception.Message;
        var code = words.IndexOf("AADSTS", StringComparison.Ordinal);
        return DisplayText.Sanitize(words.Substring(Math.Max(code, 0)).Split('\r', '\n')[0].TrimEnd('.'));
    }
}
