using System.Xml.Linq;

namespace MtaStsTools.Aws.Signing;

/// <summary>The errors of the services that speak XML: a code says what it is, while many of them share the status 400.</summary>
internal static class AwsErrorCodes
{
    /// <summary>The status that an answer means.</summary>
    public static int Meaning(int status, ReadOnlyMemory<byte> body) => status < 400 ? status : Code(body) switch
    {
        "Throttling" or "ThrottlingException" or "TooManyRequestsException" or "RequestLimitExceeded" or "PriorRequestNotComplete" => 429,
        "InvalidClientTokenId" or "UnrecognizedClientException" or "SignatureDoesNotMatch" or "InvalidSignatureException" or "MissingAuthenticationToken"
            or "IncompleteSignature" or "ExpiredToken" or "ExpiredTokenException" or "RequestExpired" or "RequestTimeTooSkewed" => 401,
        "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation" => 403,
        "InvalidChangeBatch" or "PreconditionFailed" => 412,
        _ => status,
    };

    /// <summary>What an answer says: its message with the code behind it; null where it says nothing.</summary>
    public static string? Explain(ReadOnlyMemory<byte> body)
    {
        if (SafeXml.Read(body) is not { } root)
            return null;
        var message = root.DescendantsAndSelf().LastOrDefault(element => element.Name.LocalName == "Message" && !element.HasElements)?.Value;
        var code = Code(root);
        return message is null ? code : code is null ? message : $"{message} ({code})";
    }

    private static string? Code(ReadOnlyMemory<byte> body) => SafeXml.Read(body) is { } root ? Code(root) : null;

    // Some errors are the root themselves: <InvalidChangeBatch>.
    private static string? Code(XElement root) =>
        root.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == "Code")?.Value ?? (root.Name.LocalName is "ErrorResponse" or "Error" ? null : root.Name.LocalName);
}
