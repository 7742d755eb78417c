using System.Runtime.CompilerServices;

namespace MtaStsTools.Grammar.Policy;

/// <summary>
/// Reads the text of a policy: the fields as places in the text, and every problem with its place.
/// A valid text costs no allocation; the caller lends the room for the fields.
/// </summary>
/// <remarks>
/// RFC 8461 §3.2:
/// <code>
/// sts-policy-record     = sts-policy-field *WSP *(sts-policy-term sts-policy-field *WSP) [sts-policy-term]
/// sts-policy-field      = sts-policy-version / sts-policy-mode / sts-policy-max-age / sts-policy-mx / sts-policy-extension
/// sts-policy-term       = LF / CRLF
/// sts-policy-version    = "version" sts-policy-field-delim "STSv1"
/// sts-policy-mode       = "mode" sts-policy-field-delim ("testing" / "enforce" / "none")
/// sts-policy-max-age    = "max_age" sts-policy-field-delim 1*10(DIGIT)
/// sts-policy-mx         = "mx" sts-policy-field-delim sts-policy-mx-value
/// sts-policy-field-delim = ":" *WSP
/// </code>
/// </remarks>
internal ref partial struct PolicyGrammar
{
    /// <summary>The most octets of a body that senders read (RFC 8461 §3.3).</summary>
    public const int MaxOctets = 65_536;

    /// <summary>Fields that a caller's stack should have room for.</summary>
    public const int Room = 10;

    private const int ManyFields = 64;

    private readonly ReadOnlySpan<char> _text;
    private readonly PolicyAdvice _advice;
    private Span<PolicyField> _fields;
    private int _count;
    private int _version = -1;
    private int _mode = -1;
    private int _maxAge = -1;
    private LineCounter _places;
    private int _firstLf = -1;
    private int _firstCrLf = -1;
    private int _keyed;
    private HashSet<string>? _mxKeys;
    private HashSet<string>? _extensionKeys;
    private bool _controlsReported;
    private bool _hasNearNames;
    private bool _hasRepeatedExtension;

    /// <param name="text">The text of the policy.</param>
    /// <param name="advice">Where lifetimes begin to deserve a warning.</param>
    /// <param name="room">Room for the fields; more is taken from the heap when it is too little.</param>
    public PolicyGrammar(ReadOnlySpan<char> text, PolicyAdvice advice, Span<PolicyField> room)
    {
        _text = text;
        _advice = advice;
        _fields = room;
    }

    /// <summary>Everything there is to say about the text.</summary>
    public FindingBuffer Findings;

    /// <summary>The fields in their order, ignored duplicates not included.</summary>
    public readonly ReadOnlySpan<PolicyField> Fields => _fields.Slice(0, _count);

    public readonly PolicyField? Version => _version < 0 ? null : _fields[_version];

    public readonly PolicyField? Mode => _mode < 0 ? null : _fields[_mode];

    public readonly PolicyField? MaxAge => _maxAge < 0 ? null : _fields[_maxAge];

    /// <summary>The mode that the first mode field names.</summary>
    public PolicyMode ModeValue { get; private set; }

    /// <summary>The number of the first max_age field in seconds, or null where that is no number.</summary>
    public long? MaxAgeSeconds { get; private set; }

    /// <summary>All mx fields, bad ones included.</summary>
    public int MxCount { get; private set; }

    public int ValidMxCount { get; private set; }

    public int ExtensionCount { get; private set; }

    /// <summary>Reads the whole text once.</summary>
    public void Read()
    {
        var position = ReadByteOrderMark();
        var end = ReadSize();
        while (position < end)
        {
            var terminator = _text.Slice(position, end - position).IndexOf('\n');
            var next = terminator < 0 ? end : position + terminator + 1;
            var contentEnd = next;
            if (terminator >= 0)
            {
                contentEnd--;
                if (terminator > 0 && _text[contentEnd - 1] == '\r')
                {
                    contentEnd--;
                    if (_firstCrLf < 0)
                        _firstCrLf = contentEnd;
                }
                else if (_firstLf < 0)
                {
                    _firstLf = contentEnd;
                }
            }

            ReadLine(position, position, contentEnd, next);
            position = next;
        }

        AssessWhole();
    }

    private void ReadLine(int lineStart, int start, int end, int lineEnd)
    {
        while (end > start && Characters.IsWhiteSpace(_text[end - 1]))
            end--;

        var kind = KnownField(_text.Slice(start, end - start), out var nameLength);
        if (kind == PolicyFieldKind.Extension)
        {
            ReadOtherLine(lineStart, start, end, lineEnd);
            return;
        }

        var valueStart = start + nameLength + 1;
        while (valueStart < end && Characters.IsWhiteSpace(_text[valueStart]))
            valueStart++;
        ReadKnownField(kind, lineStart, start, nameLength, valueStart, end, lineEnd);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PolicyFieldKind KnownField(ReadOnlySpan<char> line, out int nameLength)
    {
        if (line.StartsWith("mx:".AsSpan()))
        {
            nameLength = 2;
            return PolicyFieldKind.Mx;
        }

        if (line.StartsWith("mode:".AsSpan()))
        {
            nameLength = 4;
            return PolicyFieldKind.Mode;
        }

        if (line.StartsWith("max_age:".AsSpan()))
        {
            nameLength = 7;
            return PolicyFieldKind.MaxAge;
        }

        nameLength = 7;
        return line.StartsWith("version:".AsSpan()) ? PolicyFieldKind.Version : PolicyFieldKind.Extension;
    }

    private void Add(in PolicyField field, bool valid)
    {
        if (_count == _fields.Length)
            Grow();
        ref var added = ref _fields[_count++];
        added = field;
        if (!valid)
            added = field with { IsValid = false };
    }

    private void Grow()
    {
        var larger = new PolicyField[Math.Max(Room, _count * 2)];
        _fields.CopyTo(larger);
        _fields = larger;
    }

    private void Report(Rule rule, int offset, int length, TextFix? fix, params object?[] arguments) =>
        Findings.Add(rule.At(_text, _places.In(_text, offset, length), arguments) with { Fix = UncoversMark(fix) ? null : fix });

    /// <summary>A mark that a removal moves to the beginning is no longer part of its line, and what it kept apart may be wrong in the same way again.</summary>
    private readonly bool UncoversMark(TextFix? fix) =>
        fix is { NewText.Length: 0 } && fix.Offset <= ContentStart && fix.Offset + fix.Length < _text.Length && _text[fix.Offset + fix.Length] == '\uFEFF';

    /// <summary>Where the content begins; two programs may each have put a mark before it.</summary>
    private int ReadByteOrderMark()
    {
        var marks = ContentStart;
        if (marks > 0)
            Report(PolicyRules.ByteOrderMark, 0, marks, new TextFix(0, marks, ""));
        return marks;
    }

    /// <summary>Where reading stops: the end of the text, or the last character that fits into the octets that senders read.</summary>
    private int ReadSize()
    {
        if (_text.Length <= MaxOctets / 3)
            return _text.Length;
        var end = Utf8Text.PrefixOf(_text, MaxOctets);
        if (end < _text.Length)
            Report(PolicyRules.PolicyTooLarge, end, _text.Length - end, fix: null);
        return end;
    }
}
