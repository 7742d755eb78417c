using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Grammar;
using MtaStsTools.Grammar.Records;

namespace MtaStsTools;

/// <summary>The TXT record at <c>_mta-sts.</c> and the domain: tells senders that there is a policy, and by a new <see cref="Id"/> that it changed (RFC 8461 §3.1).</summary>
public sealed partial record MtaStsRecord
{
    /// <summary>The name that <see cref="StringSyntaxAttribute"/> has for the text of a record.</summary>
    public const string Syntax = "MtaStsRecord";

    private IReadOnlyList<Extension> _extensions = ValueArray<Extension>.None;

    /// <summary>1 to 32 letters or digits, new whenever the policy is.</summary>
    public required string Id { get; init; }

    /// <summary>Fields that the RFC does not know, in their order.</summary>
    public IReadOnlyList<Extension> Extensions
    {
        get => _extensions;
        init => _extensions = ValueList.Copy(value);
    }

    /// <summary>Reads a record.</summary>
    /// <param name="text">The strings of one TXT record, joined.</param>
    /// <exception cref="MtaStsFormatException">The text has an Error.</exception>
    public static MtaStsRecord Parse([StringSyntax(Syntax)] string text) =>
        TryParse(text, out var record, out var findings) ? record : throw new MtaStsFormatException(findings);

    /// <summary>Reads a record; false, and null, where it has an Error.</summary>
    public static bool TryParse([NotNullWhen(true), StringSyntax(Syntax)] string? text, [NotNullWhen(true)] out MtaStsRecord? record)
    {
        if (!TryParse(text, out record, out _))
            record = null;
        return record is not null;
    }

    /// <summary>Reads a record; true where it has no Error.</summary>
    /// <param name="text">The strings of one TXT record, joined.</param>
    /// <param name="record">The record; where it is not valid, what could be read of it, and null where nothing could.</param>
    /// <param name="findings">Every problem, in the order of the text.</param>
    public static bool TryParse([StringSyntax(Syntax)] string? text, [NotNullWhen(true)] out MtaStsRecord? record, out IReadOnlyList<Finding> findings) =>
        TryParse((text ?? "").AsSpan(), out record, out findings);

    /// <inheritdoc cref="TryParse(string, out MtaStsRecord, out IReadOnlyList{Finding})"/>
    public static bool TryParse([StringSyntax(Syntax)] ReadOnlySpan<char> text, [NotNullWhen(true)] out MtaStsRecord? record, out IReadOnlyList<Finding> findings)
    {
        var grammar = new RecordGrammar(text, RecordDialect.MtaSts, stackalloc RecordField[RecordGrammar.Room]);
        grammar.Read();
        record = grammar.Fields.Length == 0 ? null : new MtaStsRecord
        {
            Id = grammar.Required is { } id ? id.Value(text).ToString() : "",
            Extensions = RecordText.Extensions(text, ref grammar),
        };
        findings = grammar.ToFindings();
        return grammar.Faults.ErrorCount == 0;
    }

    /// <summary>Every problem of the text, in its order; a good one costs no allocation.</summary>
    public static IReadOnlyList<Finding> Validate([StringSyntax(Syntax)] string text) => RecordGrammar.Validate(text.AsSpan(), RecordDialect.MtaSts);

    /// <summary>Every problem of the values, at its place in <see cref="ToString"/>.</summary>
    public IReadOnlyList<Finding> Validate() => Validate(ToString());

    /// <summary>
    /// Chooses as a sender does: records that do not begin <c>v=STSv1;</c> are discarded, and exactly one must remain and be valid.
    /// Null where the domain has no usable record.
    /// </summary>
    /// <param name="txtRecords">All TXT records of the name, the strings of each joined.</param>
    /// <param name="findings">Every problem; places count within the one record that it is about.</param>
    public static MtaStsRecord? Select(IEnumerable<string> txtRecords, out IReadOnlyList<Finding> findings)
    {
        var set = new RecordSet(txtRecords, RecordDialect.MtaSts);
        findings = set.Assess();
        return set.Chosen is { } text && TryParse(text, out var record, out _) ? record : null;
    }

    /// <summary>The text of the record: <c>v=STSv1; id=…;</c> and the extensions.</summary>
    public override string ToString() => RecordText.Format(RecordDialect.MtaSts, Id, _extensions);

    /// <summary>Whether both say the same.</summary>
    public bool Equals(MtaStsRecord? other) => other is not null && Id == other.Id && _extensions.SequenceEqual(other._extensions);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((StringComparer.Ordinal.GetHashCode(Id) * 31) + ValueList.HashOf(_extensions));
}
