using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Publishing.Hosts.GitHubPages;

/// <summary>A file of a repository.</summary>
/// <param name="Content">Its octets.</param>
/// <param name="Sha">The id of its blob.</param>
internal sealed record GitHubFile(byte[] Content, string Sha)
{
    public static GitHubFile Read(ApiJson file)
    {
        if (file["type"].Name() != "file")
            throw new ApiJsonException("is not about a file");
        if (file["encoding"].Name() != "base64")
            throw new ApiJsonException("has the file in another encoding than base64");
        try
        {
            return new GitHubFile(Convert.FromBase64String(file["content"].Text()), file["sha"].Name());
        }
        catch (FormatException)
        {
            throw new ApiJsonException("has content that is not base64");
        }
    }
}
