using System.Text;
using FsCheck.Xunit;
using MtaStsTools.Observation.Smtp;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Observation;

/// <summary>The reader of SMTP replies (RFC 5321 §4.2).</summary>
public sealed class SmtpReplyReaderTests
{
    [Theory]
    [InlineData("220 ready\r\n", 220, "ready")]
    [InlineData("250-one\r\n250-two\r\n250 three\r\n", 250, "one|two|three")]
    [InlineData("250\r\n", 250, "")]
    [InlineData("250-\r\n250 \r\n", 250, "|")]
    [InlineData("554 bare line feed\n", 554, "bare line feed")]
    public async Task Replies_have_a_code_and_lines(string octets, int code, string lines)
    {
        foreach (var piece in new[] { 1, int.MaxValue })
        {
            var reply = await ReadAsync(Encoding.Latin1.GetBytes(octets), piece);
            Assert.Equal((code, lines), (reply.Code, string.Join('|', reply.Lines)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("220 no line end")]
    [InlineData("\r\n")]
    [InlineData("22 short\r\n")]
    [InlineData("2200 long\r\n")]
    [InlineData("199 below\r\n")]
    [InlineData("600 above\r\n")]
    [InlineData("250-one\r\n251 another code\r\n")]
    [InlineData("250+one\r\n")]
    [InlineData("+25 sign\r\n")]
    [InlineData("٢٥٠ digits of another script\r\n")]
    public async Task What_is_no_reply_is_refused(string octets) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Encoding.UTF8.GetBytes(octets), int.MaxValue));

    [Fact]
    public async Task Replies_are_bounded()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(Encoding.ASCII.GetBytes("220 " + new string('x', 100_000) + "\r\n"), 4096));
        await Assert.ThrowsAsync<InvalidDataException>(
            () => ReadAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("250-x\r\n", 100_000)) + "250 x\r\n"), 4096));
    }

    [Property(MaxTest = 2000)]
    public async Task Any_octets_give_a_reply_or_a_reason_that_is_safe_to_show(byte[] octets, bool greets)
    {
        try
        {
            var reply = await ReadAsync(greets ? [.. "250-x\r\n250 "u8, .. octets, (byte)'\n'] : octets, 5);
            Assert.InRange(reply.Code, 200, 599);
            Assert.DoesNotContain(reply.ToString(), char.IsControl);
        }
        catch (InvalidDataException reason)
        {
            Assert.DoesNotContain(reason.Message, char.IsControl);
        }
    }

    [Theory]
    [InlineData("mail.example.com", true)]
    [InlineData("[192.0.2.1]", true)]
    [InlineData("[IPv6:2001:db8::1]", true)]
    [InlineData("x\r\nMAIL FROM:<>", false)]
    [InlineData("a b", false)]
    [InlineData("", false)]
    [InlineData("[]", false)]
    [InlineData("-x", false)]
    public void An_ehlo_name_cannot_carry_commands(string name, bool accepted)
    {
        if (accepted)
            Assert.Equal(name, EhloName.Choose(name));
        else
            Assert.Throws<ArgumentException>(() => new DomainObserver(new ObservationOptions { EhloName = name }));
    }

    [Fact]
    public void The_name_of_this_machine_is_a_name_with_a_dot() => Assert.Contains('.', EhloName.Choose(given: null));

    private static async Task<SmtpReply> ReadAsync(byte[] octets, int piece)
    {
        using var stream = new ScriptedStream(octets, piece);
        return await new SmtpReplyReader(stream).ReadAsync(CancellationToken.None);
    }
}
