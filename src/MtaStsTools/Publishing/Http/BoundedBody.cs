namespace MtaStsTools.Publishing.Http;

/// <summary>Reads an answer up to a length, whatever its headers say of it.</summary>
internal static class BoundedBody
{
    /// <summary>The octets; null where there are more than <paramref name="most"/>.</summary>
    public static async Task<byte[]?> ReadAsync(HttpContent? content, int most, CancellationToken cancellationToken)
    {
        if (content is null)
            return [];
        if (content.Headers.ContentLength > most)
            return null;
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await stream.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (body.Length + read > most)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
