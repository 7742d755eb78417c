using System.Globalization;
using MtaStsTools.Net;

namespace MtaStsTools.Observation.Https;

/// <summary>
/// Reads one HTTP/1.1 answer within bounds. It knows nothing of redirects, caches, cookies, compression or a connection's second
/// answer, none of which a policy may come with.
/// </summary>
internal sealed class HttpAnswerReader(Stream stream, Func<bool> isCutShort)
{
    /// <summary>A policy may be this long and no longer (RFC 8461 §3.2).</summary>
    public const int MaxBody = 65_536;

    private const int MaxLine = 8192;
    private const int MaxHead = 32_768;
    private const int MaxInterimAnswers = 5;
    private const int MaxTrailers = 100;
    private readonly BoundedReader _reader = new(stream, MaxLine);

    /// <summary>The head of the final answer; interim ones (1xx) are passed over.</summary>
    /// <exception cref="HttpAnswerException">It is no HTTP, or too long.</exception>
    public async Task<HttpHead> ReadHeadAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i <= MaxInterimAnswers; i++)
        {
            var head = await ReadAnyHeadAsync(cancellationToken).ConfigureAwait(false);
            if (head.Status == 101)
                throw new HttpAnswerException("the server wants to speak another protocol");
            if (head.Status >= 200)
                return head;
        }

        throw new HttpAnswerException("interim answers without end");
    }

    /// <summary>The body, cut off one octet beyond <see cref="MaxBody"/>, so that its excess is seen.</summary>
    /// <exception cref="HttpAnswerException">It breaks off, or its framing is wrong.</exception>
    public async Task<byte[]> ReadBodyAsync(HttpHead head, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        if (head["Transfer-Encoding"] is { } coding)
        {
            if (!string.Equals(coding, "chunked", StringComparison.OrdinalIgnoreCase))
                throw new HttpAnswerException($"the transfer coding '{DisplayText.Sanitize(coding, 60)}' was not asked for");
            await ReadChunksAsync(body, cancellationToken).ConfigureAwait(false);
        }
        else if (head.ContentLength() is { } length)
        {
            await ReadExactlyAsync(body, length, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await CopyAsync(body, long.MaxValue, cancellationToken).ConfigureAwait(false);

            // Only the end of the connection says where such a body ends, and only an authenticated end can be believed (RFC 9112 §9.8).
            if (IsRoom(body) && isCutShort())
                throw new HttpAnswerException("the body has no length, and the connection was closed without the alert close_notify");
        }

        return body.ToArray();
    }

    private async Task<HttpHead> ReadAnyHeadAsync(CancellationToken cancellationToken)
    {
        var head = HttpHead.Begin(await ReadLineAsync(cancellationToken).ConfigureAwait(false));
        for (var length = 0; length <= MaxHead;)
        {
            var line = await ReadLineAsync(cancellationToken).ConfigureAwait(false);
            if (line.Length == 0)
                return head;
            length += line.Length + 2;
            head.Add(line);
        }

        throw new HttpAnswerException($"the header is longer than {MaxHead.ToString(CultureInfo.InvariantCulture)} octets");
    }

    private async Task ReadChunksAsync(MemoryStream body, CancellationToken cancellationToken)
    {
        while (IsRoom(body))
        {
            var line = await ReadLineAsync(cancellationToken).ConfigureAwait(false);
            var size = line.Split(';')[0].Trim(' ', '\t');
            if (size.Length > 15 || !long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length))
                throw new HttpAnswerException($"'{DisplayText.Sanitize(line, 60)}' is no size of a chunk");
            if (length == 0)
            {
                await SkipTrailersAsync(cancellationToken).ConfigureAwait(false);
                return;
            }

            await ReadExactlyAsync(body, length, cancellationToken).ConfigureAwait(false);
            if (IsRoom(body) && (await ReadLineAsync(cancellationToken).ConfigureAwait(false)).Length > 0)
                throw new HttpAnswerException("a chunk is longer than its size");
        }
    }

    private async Task SkipTrailersAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < MaxTrailers; i++)
            if ((await ReadLineAsync(cancellationToken).ConfigureAwait(false)).Length == 0)
                return;
        throw new HttpAnswerException("trailers without end");
    }

    private async Task ReadExactlyAsync(MemoryStream body, long length, CancellationToken cancellationToken)
    {
        var before = body.Length;
        await CopyAsync(body, length, cancellationToken).ConfigureAwait(false);
        if (body.Length - before < length && IsRoom(body))
            throw new HttpAnswerException(
                $"the body breaks off after {body.Length.ToString(CultureInfo.InvariantCulture)} octets, and more were announced");
    }

    private async Task CopyAsync(MemoryStream body, long length, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        while (length > 0 && IsRoom(body))
        {
            var wanted = (int)Math.Min(Math.Min(length, buffer.Length), MaxBody + 1 - body.Length);
            var read = await _reader.ReadAsync(buffer, 0, wanted, cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return;
            body.Write(buffer, 0, read);
            length -= read;
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _reader.ReadLineAsync(cancellationToken).ConfigureAwait(false)
                ?? throw new HttpAnswerException("the server closed the connection in the middle of its answer");
        }
        catch (InvalidDataException exception)
        {
            throw new HttpAnswerException(exception.Message);
        }
    }

    private static bool IsRoom(MemoryStream body) => body.Length <= MaxBody;
}
