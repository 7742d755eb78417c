using System.Globalization;
using System.IO.Compression;
using System.Net.Security;
using System.Text;

namespace MtaStsTools.Lab.Policy;

/// <summary>HTTP answers that no proper server can be made to give, written by hand.</summary>
internal static class FaultyHttp
{
    private const int MaxRequest = 16 * 1024;
    private const int BombSize = 64 * 1024 * 1024;
    private const int EndlessBlocks = 20_000;
    private static readonly TimeSpan DripPause = TimeSpan.FromMilliseconds(200);
    private static readonly Lazy<byte[]> Bomb = new(BuildBomb);

    public static async Task AnswerAsync(SslStream stream, HttpFault fault, string body, CancellationToken stop)
    {
        if (!await ReadRequestAsync(stream, stop))
            return;
        var octets = Encoding.UTF8.GetBytes(body);
        var header = Header($"Content-Length: {octets.Length.ToString(CultureInfo.InvariantCulture)}\r\n");
        switch (fault)
        {
            case HttpFault.LyingContentLength:
                await stream.WriteAsync(Header($"Content-Length: {(octets.Length + 1000).ToString(CultureInfo.InvariantCulture)}\r\n"), stop);
                await stream.WriteAsync(octets, stop);
                break;
            case HttpFault.EndsWithSession:
                await stream.WriteAsync(Header(""), stop);
                await stream.WriteAsync(octets, stop);
                await stream.ShutdownAsync();
                break;
            case HttpFault.EndsWithoutCloseNotify:
                await stream.WriteAsync(Header(""), stop);
                await stream.WriteAsync(octets, stop);
                break;
            case HttpFault.GzipBomb:
                var length = Bomb.Value.Length.ToString(CultureInfo.InvariantCulture);
                await stream.WriteAsync(Header($"Content-Encoding: gzip\r\nContent-Length: {length}\r\n"), stop);
                await stream.WriteAsync(Bomb.Value, stop);
                break;
            case HttpFault.SlowDrip:
                await stream.WriteAsync(header, stop);
                await DripAsync(stream, octets, stop);
                break;
            case HttpFault.SlowHeaders:
                await DripAsync(stream, [.. header, .. octets], stop);
                break;
            case HttpFault.EndlessHeaders:
                await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), stop);
                await RepeatAsync(stream, "X-More: all work and no play makes Jack a dull boy\r\n", stop);
                break;
            case HttpFault.EndlessBody:
                await stream.WriteAsync(Header("Transfer-Encoding: chunked\r\n"), stop);
                await RepeatAsync(stream, "1f\r\nmx: all.work.and.no.play.test\r\n\r\n", stop);
                break;
            case HttpFault.Garbage:
                await stream.WriteAsync("\u0001\u0002 I speak no HTTP \u001b[31m\r\n"u8.ToArray(), stop);
                break;
            case HttpFault.Silent:
                await Task.Delay(Timeout.Infinite, stop);
                break;
        }
    }

    private static byte[] Header(string framing) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n{framing}Connection: close\r\n\r\n");

    private static async Task<bool> ReadRequestAsync(Stream stream, CancellationToken stop)
    {
        var buffer = new byte[MaxRequest];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), stop);
            if (read == 0)
                return false;
            length += read;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) >= 0)
                return true;
        }

        return false;
    }

    private static async Task DripAsync(Stream stream, byte[] octets, CancellationToken stop)
    {
        for (var i = 0; i < octets.Length; i++)
        {
            await stream.WriteAsync(octets.AsMemory(i, 1), stop);
            await Task.Delay(DripPause, stop);
        }
    }

    private static async Task RepeatAsync(Stream stream, string text, CancellationToken stop)
    {
        var octets = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(text, 4096 / text.Length)));
        for (var i = 0; i < EndlessBlocks; i++)
            await stream.WriteAsync(octets, stop);
    }

    private static byte[] BuildBomb()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            var zeros = new byte[1024 * 1024];
            for (var written = 0; written < BombSize; written += zeros.Length)
                gzip.Write(zeros);
        }

        return packed.ToArray();
    }
}
