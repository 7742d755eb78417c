using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Grammar;
using MtaStsTools.Grammar.Records;

namespace MtaStsTools;

/// <summary>The TXT record at <c>_smtp._tls.</c> and the domain: where senders report failures of TLS to (RFC 8460 §3).</summary>
public sealed partial record TlsRptRecord
{
    /// <summary>The name that <see cref="StringSyntaxAttribute"/> has for the text of a record.</summary>
    public const string Syntax = "TlsRptRecord";

    private IReadOnlyList<string> _rua = ValueArray<string>.None;
    private IReadOnlyList<Extension> _extensions = ValueArray<Extension>.None;

    /// <summary>The <c>mailto:</c> and <c>https:</c> URIs that reports go to, as they were written.</summary>
    public required IReadOnlyList<string> Rua
    {
        get => _rua;
        init => _rua = ValueList.Copy(value);
    }

    /// <summary>Fields that the RFC does not know, in their order.</summary>
    public IReadOnlyList<Extension> Extensions
    {
        get => _extensions;
        init => _extensions = ValueList.Copy(value);
    }

    /// <summary>Reads a record.</summary>
    /// <param name="text">The strings of one TXT record, joined.</param>
    /// <exception cref="MtaStsFormatException">The text has an Error.</exception>
    public static TlsRptRecord Parse([StringSyntax(Syntax)] string text) =>
        TryParse(text, out var record, out var findings) ? record : throw new MtaStsFormatException(findings);

    /// <summary>Reads a record; false, and null, where it has an Error.</summary>
    public static bool TryParse([NotNullWhen(true), StringSyntax(Syntax)] string? text, [NotNullWhen(true)] out TlsRptRecord? record)
    {
        if (!TryParse(text, out record, out _))
            record = null;
        return record is not null;
    }

    /// <summary>Reads a record; true where it has no Error.</summary>
    /// <param name="text">The strings of one TXT record, joined.</param>
    /// <param name="record">The record; where it is not valid, what could be read of it, and null where nothing could.</param>
    /// <param name="findings">Every problem, in the order of the text.</param>
    public static bool TryParse([StringSyntax(Syntax)] string? text, [NotNullWhen(true)] out TlsRptRecord? record, out IReadOnlyList<Finding> findings) =>
        TryParse((text ?? "").AsSpan(), out record, out findings);

    /// <inheritdoc cref="TryParse(string, out TlsRptRecord, out IReadOnlyList{Finding})"/>
    public static bool TryParse([StringSyntax(Syntax)] ReadOnlySpan<char> text, [NotNullWhen(true)] out TlsRptRecord? record, out IReadOnlyList<Finding> findings)
    {
        var grammar = new RecordGrammar(text, RecordDialect.TlsRpt, stackalloc RecordField[RecordGrammar.Room]);
        grammar.Read();
        record = grammar.Fields.Length == 0 ? null : new TlsRptRecord
        {
            Rua = grammar.Required is { } rua ? RuaGrammar.Split(rua.Value(text)) : [],
            Extensions = RecordText.Extensions(text, ref grammar),
        };
        findings = grammar.ToFindings();
        return grammar.Faults.ErrorCount == 0;
    }

    /// <summary>Every problem of the text, in its order; a good one costs no allocation.</summary>
    public static IReadOnlyList<Finding> Validate([StringSyntax(Syntax)] string text) => RecordGrammar.Validate(text.AsSpan(), RecordDialect.TlsRpt);

    /// <summary>Every problem of the values, at its place in <see cref="ToString"/>.</summary>
    public IReadOnlyList<Finding> Validate() => Validate(ToString());

    /// <summary>
    /// Chooses as a sender does: records that do not begin <c>v=TLSRPTv1;</c> are discarded, and exactly one must remain and be valid.
    /// Null where the domain has no usable record.
    /// </summary>
    /// <param name="txtRecords">All TXT records of the name, the strings of each joined.</param>
    /// <param name="findings">Every problem; places count within the one record that it is about.</param>
    public static TlsRptRecord? Select(IEnumerable<string> txtRecords, out IReadOnlyList<Finding> findings)
    {
        var set = new RecordSet(txtRecords, RecordDialect.TlsRpt);
        findings = set.Assess();
        return set.Chosen is { } text && TryParse(text, out var record, out _) ? record : null;
    }

    /// <summary>The text of the record: <c>v=TLSRPTv1; rua=…;</c> and the extensions.</summary>
    public override string ToString() => RecordText.Format(RecordDialect.TlsRpt, string.Join(",", _rua), _extensions);

    /// <summary>Whether both say the same.</summary>
    public bool Equals(TlsRptRecord? other) => other is not null && _rua.SequenceEqual(other._rua, StringComparer.Ordinal) && _extensions.SequenceEqual(other._extensions);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((ValueList.HashOf(_rua) * 31) + ValueList.HashOf(_extensions));
}
