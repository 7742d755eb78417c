using System.Text;
using FsCheck.Xunit;
using MtaStsTools.Observation.Https;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>The reader of HTTP answers: strict, bounded, and unmoved by what a server claims (RFC 9112).</summary>
public sealed class HttpAnswerReaderTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello, world", "hello")]
    [InlineData("HTTP/1.0 200 OK\r\n\r\nhello", "hello")]
    [InlineData("HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", "")]
    [InlineData("HTTP/1.1 200 OK\nContent-Length:\t5 \n\nhello", "hello")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\nContent-Length: 5\r\n\r\nhello", "hello")]
    [InlineData("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", "hi")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;note=x\r\nlo\r\n0\r\nTrailer: x\r\n\r\n", "hello")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\nContent-Length: 1\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "hello")]
    public async Task Bodies_are_read_by_their_framing(string answer, string body)
    {
        foreach (var piece in new[] { 1, 3, int.MaxValue })
            Assert.Equal(body, Encoding.Latin1.GetString(await ReadAsync(Encoding.Latin1.GetBytes(answer), piece)));
    }

    [Theory]
    [InlineData("", "the server closed the connection in the middle of its answer")]
    [InlineData("HTTP/2 200\r\n\r\n", "'HTTP/2 200' is no HTTP status line")]
    [InlineData("HTTP/1.1 20x OK\r\n\r\n", "'HTTP/1.1 20x OK' is no HTTP status line")]
    [InlineData("HTTP/1.1 099 OK\r\n\r\n", "'HTTP/1.1 099 OK' is no HTTP status line")]
    [InlineData("HTTP/1.1 2000 OK\r\n\r\n", "'HTTP/1.1 2000 OK' is no HTTP status line")]
    [InlineData("HTTP/1.1 101 Switching\r\n\r\n", "the server wants to speak another protocol")]
    [InlineData("HTTP/1.1 200 OK\r\n folded: x\r\n\r\n", "' folded: x' is no header field")]
    [InlineData("HTTP/1.1 200 OK\r\nName : x\r\n\r\n", "'Name : x' is no header field")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "'no colon' is no header field")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "the Content-Length '-1' is no length")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1, 2\r\n\r\nxx", "the Content-Length '1, 2' is no length")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello", "the body breaks off after 5 octets, and more were announced")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", "the transfer coding 'gzip, chunked' was not asked for")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "'xyz' is no size of a chunk")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n", "'FFFFFFFFFFFFFFFF' is no size of a chunk")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n", "a chunk is longer than its size")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "the server closed the connection in the middle of its answer")]
    public async Task What_is_no_answer_is_refused_with_the_reason(string answer, string reason)
    {
        var refused = await Assert.ThrowsAsync<HttpAnswerException>(() => ReadAsync(Encoding.Latin1.GetBytes(answer), int.MaxValue));

        Assert.Equal(reason, refused.Message);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")]
    public async Task A_body_that_says_where_it_ends_needs_no_close_notify(string answer) =>
        Assert.Equal("hello", Encoding.Latin1.GetString(await ReadAsync(Encoding.Latin1.GetBytes(answer), int.MaxValue, isCutShort: true)));

    [Fact]
    public async Task A_body_that_ends_with_the_connection_is_whole_only_after_close_notify()
    {
        var answer = Encoding.Latin1.GetBytes("HTTP/1.0 200 OK\r\n\r\nhello");

        var refused = await Assert.ThrowsAsync<HttpAnswerException>(() => ReadAsync(answer, int.MaxValue, isCutShort: true));

        Assert.Equal("the body has no length, and the connection was closed without the alert close_notify", refused.Message);
    }

    [Theory]
    [InlineData("Content-Length: 9000000000000000000\r\n")]
    [InlineData("Connection: close\r\n")]
    public async Task No_more_than_one_octet_beyond_the_limit_is_read(string framing)
    {
        var head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{framing}\r\n");
        Assert.Equal(HttpAnswerReader.MaxBody + 1, (await ReadAsync([.. head, .. new byte[200_000]], int.MaxValue)).Length);
        Assert.Equal(HttpAnswerReader.MaxBody, (await ReadAsync([.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. new byte[HttpAnswerReader.MaxBody]], 4096)).Length);
    }

    [Fact]
    public async Task Heads_are_bounded()
    {
        var line = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nX: " + new string('x', 9000));
        var lines = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat("X: y\r\n", 10_000)));
        var interim = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 100)));

        foreach (var hostile in new[] { line, lines, interim })
            await Assert.ThrowsAsync<HttpAnswerException>(() => ReadAsync(hostile, int.MaxValue));
    }

    [Property(MaxTest = 2000)]
    public async Task Any_octets_give_an_answer_or_a_reason_that_is_safe_to_show(byte[] octets, byte start, byte piece)
    {
        byte[][] starts =
        [
            [], "HTTP/1.1 200 OK\r\n"u8.ToArray(), "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(),
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"u8.ToArray(),
        ];
        try
        {
            var body = await ReadAsync([.. starts[start % starts.Length], .. octets], piece % 7 + 1);
            Assert.True(body.Length <= octets.Length);
        }
        catch (HttpAnswerException reason)
        {
            Assert.DoesNotContain(reason.Message, char.IsControl);
        }
    }

    private static async Task<byte[]> ReadAsync(byte[] octets, int piece, bool isCutShort = false)
    {
        using var stream = new ScriptedStream(octets, piece);
        var reader = new HttpAnswerReader(stream, () => isCutShort);
        return await reader.ReadBodyAsync(await reader.ReadHeadAsync(CancellationToken.None), CancellationToken.None);
    }
}
