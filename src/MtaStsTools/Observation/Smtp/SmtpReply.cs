namespace MtaStsTools.Observation.Smtp;

/// <summary>A reply (RFC 5321 §4.2): its code, and the text of its lines.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>2yz: done.</summary>
    public bool IsPositive => Code / 100 == 2;

    /// <summary>Code and text on one line, cut and safe to display.</summary>
    public override string ToString() => DisplayText.Sanitize(FormattableString.Invariant($"{Code} {string.Join(" ", Lines)}").TrimEnd());
}
