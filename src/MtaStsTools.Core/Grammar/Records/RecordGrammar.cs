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

    private const int ManyFields = 64;

    private readonly ReadOnlySpan<char> _text;
    private readonly RecordDialect _dialect;
    private Span<RecordField> _fields;
    private int _count;
    private int _required = -1;
    private int _named;
    private HashSet<string>? _names;

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
        return grammar.Faults.ToFindings(text);
    }

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
                Report(_dialect.EmptyField, position, next - position, new TextFix(position, next - position, ""));
            return next;
        }

        if (semicolon < 0 && end < position + length)
            Report(_dialect.TrailingWhiteSpace, end, _text.Length - end, new TextFix(end, _text.Length - end, ""));
        ReadField(position, start, end, next);
        return next;
    }

    private void ReadField(int position, int start, int end, int next)
    {
        var piece = _text.Slice(start, end - start);
        var equals = piece.IndexOf('=');
        var separator = equals >= 0 ? equals : piece.IndexOf(':');
        var name = separator < 0 ? piece : Characters.TrimWhiteSpace(piece.Slice(0, separator));
        var value = separator < 0 ? default : Characters.TrimWhiteSpace(piece.Slice(separator + 1));
        var field = new RecordField(start, name.Length, end - value.Length, value.Length, IsValid: true);

        if (equals < 0 || name.Length + 1 + value.Length != piece.Length)
        {
            // Spaces around the equals sign, or a colon in its place: what is meant is certain once name and value are good.
            var certain = separator > 0 && value.Length > 0 && Characters.IsExtensionName(name);
            var corrected = certain ? new TextFix(start, piece.Length, name.ToString() + "=" + value.ToString()) : null;
            Report(_dialect.MalformedField, start, piece.Length, corrected, piece.ToString());
            if (!certain)
                return;
            field = field with { IsValid = false };
        }
        else if (name.Length == 0)
        {
            Report(_dialect.MalformedField, start, piece.Length, fix: null, piece.ToString());
            return;
        }

        if (IsDuplicate(name))
            Report(_dialect.DuplicateField, start, piece.Length, new TextFix(position, next - position, ""), name.ToString());
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
        {
            Report(RecordRules.IdInvalid, field.Start, field.Length, fix: null, "");
            return;
        }

        var fix = RecordId.WithoutPunctuation(value.ToString()) is { } letters ? new TextFix(field.ValueStart, field.ValueLength, letters) : null;
        Report(RecordRules.IdInvalid, field.ValueStart, field.ValueLength, fix, value.ToString());
    }

    private void ReadExtension(RecordField field)
    {
        var name = field.Name(_text);
        var value = field.Value(_text);
        var valid = field.IsValid;
        if (!Characters.IsExtensionName(name))
        {
            valid = false;
            Report(_dialect.ExtensionNameInvalid, field.Start, field.NameLength, fix: null, name.ToString());
        }
        else if (NearNames.ForRecord(name, _dialect.RequiredField) is { } near)
        {
            // With the right name it must not become a duplicate of a field that is there, nor a later one of its name take its place.
            var isFree = _required < 0 && _text.IndexOf((_dialect.RequiredField + "=").AsSpan()) < 0 && _text.Slice(field.ValueStart).IndexOf(name) < 0;
            var fix = near.IsCertain && isFree ? new TextFix(field.Start, field.NameLength, near.Name) : null;
            Report(_dialect.NearlyKnownField, field.Start, field.NameLength, fix, name.ToString(), near.Name);
        }

        if (field.ValueLength == 0)
        {
            valid = false;
            Report(_dialect.ExtensionValueInvalid, field.Start, field.Length, fix: null, name.ToString());
        }
        else if (IndexOfInvalidInValue(value) is var bad and >= 0)
        {
            valid = false;
            Report(_dialect.ExtensionValueInvalid, field.ValueStart + bad, 1, fix: null, name.ToString());
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

    private bool IsDuplicate(ReadOnlySpan<char> name)
    {
        if (name is "v")
            return true;
        // Without the set, a hostile record of 16,000 fields would cost 130 million comparisons.
        if (_count >= ManyFields)
            return IsAmongMany(name.ToString());
        foreach (var field in Fields)
        {
            if (field.Name(_text).SequenceEqual(name))
                return true;
        }

        return false;
    }

    private bool IsAmongMany(string name)
    {
        _names ??= new HashSet<string>(StringComparer.Ordinal);
        for (; _named < _count; _named++)
            _names.Add(_fields[_named].Name(_text).ToString());
        return _names.Contains(name);
    }

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

    private void Report(Rule rule, int offset, int length, TextFix? fix, params object?[] arguments) =>
        Faults.Add(new Fault(rule, offset, length, arguments) { Fix = fix });
}
