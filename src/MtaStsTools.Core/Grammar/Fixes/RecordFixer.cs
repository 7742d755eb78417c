using MtaStsTools.Grammar.Records;

namespace MtaStsTools.Grammar.Fixes;

/// <summary>Works out what certainly fixes a record's text, once somebody asks: for the prompt and the compiler alike.</summary>
internal sealed class RecordFixer
{
    private readonly string _text;
    private readonly RecordDialect _dialect;
    private readonly Lazy<RecordField?> _required;
    private readonly Dictionary<string, Func<Fault, TextFix?>> _fixes;

    private RecordFixer(string text, RecordDialect dialect)
    {
        _text = text;
        _dialect = dialect;
        _required = new Lazy<RecordField?>(ReadRequired);
        _fixes = new Dictionary<string, Func<Fault, TextFix?>>(StringComparer.Ordinal)
        {
            [dialect.SpaceBeforeSemicolon.Id] = Remove,
            [dialect.EmptyField.Id] = Remove,
            [dialect.TrailingWhiteSpace.Id] = Remove,
            [dialect.VersionWrong.Id] = _ => WriteVersion(),
            [dialect.QuotedRecord.Id] = _ => Unquote(),
            [dialect.MalformedField.Id] = WriteEqualsSign,
            [dialect.DuplicateField.Id] = RemoveField,
            [dialect.NearlyKnownField.Id] = WriteKnownName,
            [RecordRules.IdInvalid.Id] = WriteId,
            [TlsRptRules.RuaScheme.Id] = fault => RuaFixer.WriteScheme(_text, fault),
            [TlsRptRules.RuaMalformed.Id] = fault => RuaFixer.RemoveSurplus(_text, fault),
        };
    }

    /// <summary>Gives the fix of a fault that <see cref="RecordGrammar"/> told of the text, or null where what is meant is not certain.</summary>
    public static Func<Fault, TextFix?> For(string text, RecordDialect dialect)
    {
        var fixer = new Lazy<RecordFixer>(() => new RecordFixer(text, dialect));
        return fault => fixer.Value._fixes.TryGetValue(fault.Rule.Id, out var work) ? work(fault) : null;
    }

    private static TextFix Remove(Fault fault) => new(fault.Offset, fault.Length, "");

    private TextFix? WriteVersion() =>
        _text.IndexOf(';') is var end and >= 0 && _dialect.IsVersionButForCaseAndSpace(_text.AsSpan(0, end)) ? new TextFix(0, end, _dialect.Version) : null;

    private TextFix? Unquote()
    {
        var inner = _text.Trim().Trim('"').Replace("\" \"", "").Replace("\"\"", "");
        return inner.IndexOf('"') < 0 && _text.Length > 1 && _text.TrimEnd().EndsWith("\"", StringComparison.Ordinal) ? new TextFix(0, _text.Length, inner) : null;
    }

    private TextFix? WriteEqualsSign(Fault fault)
    {
        var piece = new RecordPiece(_text.AsSpan(fault.Offset, fault.Length));
        return piece.IsCertain ? new TextFix(fault.Offset, fault.Length, piece.Name.ToString() + "=" + piece.Value.ToString()) : null;
    }

    /// <summary>From behind the semicolon before the field to behind its own.</summary>
    private TextFix RemoveField(Fault fault)
    {
        var start = _text.AsSpan(0, fault.Offset).LastIndexOf(';') + 1;
        var semicolon = _text.IndexOf(';', fault.Offset);
        return new TextFix(start, (semicolon < 0 ? _text.Length : semicolon + 1) - start, "");
    }

    /// <summary>With the right name it must not become a duplicate of a field that is there, nor a later one of its name take its place.</summary>
    private TextFix? WriteKnownName(Fault fault)
    {
        var name = _text.AsSpan(fault.Offset, fault.Length);
        var isFree = _text.IndexOf(_dialect.RequiredField + "=", StringComparison.Ordinal) < 0
            && _text.AsSpan(fault.Offset + fault.Length).IndexOf(name) < 0
            && !(_required.Value is { } required && required.Start < fault.Offset);
        return isFree && NearNames.ForRecord(name, _dialect.RequiredField) is { IsCertain: true } near ? new TextFix(fault.Offset, fault.Length, near.Name) : null;
    }

    private RecordField? ReadRequired()
    {
        var grammar = new RecordGrammar(_text.AsSpan(), _dialect, new RecordField[RecordGrammar.Room]);
        grammar.Read();
        return grammar.Required;
    }

    /// <summary>The same id without its punctuation, which has no meaning.</summary>
    private TextFix? WriteId(Fault fault) =>
        fault.Arguments is [string { Length: > 0 } id] && RecordId.WithoutPunctuation(id) is { } letters ? new TextFix(fault.Offset, fault.Length, letters) : null;
}
