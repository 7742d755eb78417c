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
        using var stream = await OpenAsync(content, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(stream, most, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The octets up to the end of the stream; null where there are more than <paramref name="most"/>.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
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

    /// <summary>The octets up to the end of the stream, which may grow meanwhile; null where there are more than <paramref name="most"/>.</summary>
    public static byte[]? Read(Stream stream, int most)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (body.Length + read > most)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken)
    {
#if NET8_0_OR_GREATER
        return content.ReadAsStreamAsync(cancellationToken);
#else
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
#endif
    }
}
