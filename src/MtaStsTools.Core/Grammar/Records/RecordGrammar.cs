using MtaStsTools.Grammar.Fixes;

namespace MtaStsTools.Grammar.Records;

/// <summary>Reads the joined strings of one TXT record, of MTA-STS or of TLSRPT: the fields as places in the text, and every problem with its place.</summary>
/// <remarks>
/// RFC 8461 §3.1, and RFC 8460 §3 with its own version and <c>rua</c> in the place of <c>id</c>:
/// <code>
/// sts-text-record = sts-version 1*(sts-field-delim sts-field) [sts-field-delim]
/// sts-field       = sts-id / sts-extension
/// sts-field-delim = *WSP ";" *WSP
/// sts-version     = %s"v=STSv1"
/// sts-id          = %s"id=" 1*32(ALPHA / DIGIT)
/// sts-extension   = sts-ext-name "=" sts-ext-value
/// sts-ext-name    = (ALPHA / DIGIT) *31(ALPHA / DIGIT / "_" / "-" / ".")
/// sts-ext-value   = 1*(%x21-3A / %x3C / %x3E-7E)
/// </code>
/// </remarks>
internal ref partial struct RecordGrammar
{
    /// <summary>Fields that a caller's stack should have room for.</summary>
    public const int Room = 8;

    private readonly ReadOnlySpan<char> _text;
    private readonly RecordDialect _dialect;
    private Span<RecordField> _fields;
    private int _count;
    private int _required = -1;
    private SeenNames<RecordField, RecordFieldName> _names;

    /// <param name="text">The joined strings of one TXT record.</param>
    /// <param name="dialect">Which record it is meant to be.</param>
    /// <param name="room">Room for the fields; more is taken from the heap when it is too little.</param>
    public RecordGrammar(ReadOnlySpan<char> text, RecordDialect dialect, Span<RecordField> room)
    {
        _text = text;
        _dialect = dialect;
        _fields = room;
    }

    /// <summary>Everything there is to say about the text.</summary>
    public FaultBuffer Faults;

    /// <summary>The fields in their order, the version and ignored duplicates not included.</summary>
    public readonly ReadOnlySpan<RecordField> Fields => _fields.Slice(0, _count);

    /// <summary>The first <c>id</c> or <c>rua</c>, good or bad.</summary>
    public readonly RecordField? Required => _required < 0 ? null : _fields[_required];

    /// <summary>What there is to say about a text whose fields nobody wants.</summary>
    public static IReadOnlyList<Finding> Validate(ReadOnlySpan<char> text, RecordDialect dialect)
    {
        var grammar = new RecordGrammar(text, dialect, stackalloc RecordField[Room]);
        grammar.Read();
        return grammar.ToFindings();
    }

    /// <summary>Everything there is to say about the text, in its order.</summary>
    public readonly IReadOnlyList<Finding> ToFindings() => Faults.Count == 0 ? [] : ToFindings(Faults, _text, _dialect);

    private static IReadOnlyList<Finding> ToFindings(FaultBuffer faults, ReadOnlySpan<char> text, RecordDialect dialect) =>
        faults.ToFindings(text, whole => RecordFixer.For(whole, dialect));

    /// <summary>Reads the whole text once.</summary>
    public void Read()
    {
        var position = ReadVersion();
        if (position < 0)
            return;
        while (position < _text.Length)
            position = ReadField(position);
        if (_required < 0)
            Faults.Add(new Fault(_dialect.RequiredMissing, 0, _text.Length, []) { IsOfWholeText = true });
    }

    /// <summary>Reads the field behind the semicolon at <paramref name="position"/> - 1; gives the place behind the next semicolon.</summary>
    private int ReadField(int position)
    {
        var rest = _text.Slice(position);
        var semicolon = rest.IndexOf(';');
        var length = semicolon < 0 ? rest.Length : semicolon;
        var next = position + length + (semicolon < 0 ? 0 : 1);
        var start = position + Characters.LeadingWhiteSpace(rest.Slice(0, length));
        var end = position + length;
        while (end > start && Characters.IsWhiteSpace(_text[end - 1]))
            end--;

        if (start == end)
        {
            if (semicolon >= 0)
                Faults.Add(_dialect.EmptyField, position, next - position);
            return next;
        }

        if (semicolon < 0 && end < position + length)
            Faults.Add(_dialect.TrailingWhiteSpace, end, _text.Length - end);
        ReadField(start, end);
        return next;
    }

    private void ReadField(int start, int end)
    {
        var text = _text.Slice(start, end - start);
        var piece = new RecordPiece(text);
        var name = piece.Name;
        if (!piece.IsWellFormed || name.Length == 0)
        {
            Faults.Add(_dialect.MalformedField, start, text.Length, text.ToString());
            if (!piece.IsCertain)
                return;
        }

        var field = new RecordField(start, name.Length, end - piece.Value.Length, piece.Value.Length, piece.IsWellFormed);
        if (IsDuplicate(name))
            Faults.Add(_dialect.DuplicateField, start, text.Length, name.ToString());
        else if (name.SequenceEqual(_dialect.RequiredField.AsSpan()))
            ReadRequired(field);
        else
            ReadExtension(field);
    }

    private void ReadRequired(RecordField field)
    {
        var before = Faults.Count;
        if (_dialect == RecordDialect.MtaSts)
            ReadId(field);
        else
            RuaGrammar.Read(_text, field, ref Faults);
        _required = _count;
        Add(field with { IsValid = field.IsValid && Faults.Count == before });
    }

    private void ReadId(RecordField field)
    {
        var value = field.Value(_text);
        if (RecordId.IsValid(value))
            return;
        if (value.Length == 0)
            Faults.Add(RecordRules.IdInvalid, field.Start, field.Length, "");
        else
            Faults.Add(RecordRules.IdInvalid, field.ValueStart, field.ValueLength, value.ToString());
    }

    private void ReadExtension(RecordField field)
    {
        var name = field.Name(_text);
        var value = field.Value(_text);
        var valid = field.IsValid;
        if (!Characters.IsExtensionName(name))
        {
            valid = false;
            Faults.Add(_dialect.ExtensionNameInvalid, field.Start, field.NameLength, name.ToString());
        }
        else if (NearNames.ForRecord(name, _dialect.RequiredField) is { } near)
        {
            Faults.Add(_dialect.NearlyKnownField, field.Start, field.NameLength, name.ToString(), near.Name);
        }

        if (field.ValueLength == 0)
        {
            valid = false;
            Faults.Add(_dialect.ExtensionValueInvalid, field.Start, field.Length, name.ToString());
        }
        else if (IndexOfInvalidInValue(value) is var bad and >= 0)
        {
            valid = false;
            Faults.Add(_dialect.ExtensionValueInvalid, field.ValueStart + bad, 1, name.ToString());
        }

        Add(field with { IsValid = valid });
    }

    private static int IndexOfInvalidInValue(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is <= ' ' or > '~' or '=' or ';')
                return i;
        }

        return -1;
    }

    private bool IsDuplicate(ReadOnlySpan<char> name) => name is "v" || _names.Has(_text, Fields, name);

    private void Add(RecordField field)
    {
        if (_count == _fields.Length)
        {
            var larger = new RecordField[Math.Max(Room, _count * 2)];
            _fields.CopyTo(larger);
            _fields = larger;
        }

        _fields[_count++] = field;
    }
}
