using System.Globalization;

namespace MtaStsTools;

/// <summary>One entry of the catalogue: the same id, wording and page in the compiler, at the prompt and on a live domain.</summary>
public sealed record Rule
{
    private const string HelpRoot = "https://github.com/mtaststools/MtaStsTools/blob/main/docs/rules/";

    internal Rule(string id, RuleCategory category, RuleSurfaces surfaces, Severity severity, string title, string messageFormat, string reference, string remedy, Rule? typedForm)
    {
        Id = id;
        Category = category;
        Surfaces = surfaces;
        Severity = severity;
        Title = title;
        MessageFormat = messageFormat;
        Reference = reference;
        Remedy = remedy;
        TypedForm = typedForm;
    }

    /// <summary>Stable identifier, <c>MTASTS</c> and four digits.</summary>
    public string Id { get; }

    /// <summary>What the rule is about.</summary>
    public RuleCategory Category { get; }

    /// <summary>Everywhere that a finding of the rule can come from.</summary>
    public RuleSurfaces Surfaces { get; }

    /// <summary>The severity of a finding unless its context lowers it.</summary>
    public Severity Severity { get; }

    /// <summary>A few words for lists and headings.</summary>
    public string Title { get; }

    /// <summary>Composite format of the message.</summary>
    public string MessageFormat { get; }

    /// <summary>The section that asks for it, for instance <c>RFC 8461 §3.2</c>.</summary>
    public string Reference { get; }

    /// <summary>What to do about it, in one sentence.</summary>
    public string Remedy { get; }

    /// <summary>The rule that says the same of the typed values, in their words; null where there is none.</summary>
    public Rule? TypedForm { get; }

    /// <summary>The rule's page.</summary>
    public Uri HelpUri => field ??= new Uri(HelpLink);

    internal string HelpLink => HelpRoot + Id + ".md";

    /// <summary>A finding of this rule about a whole thing: a host, a record, a domain.</summary>
    /// <param name="subject">The host or record name that it is about.</param>
    /// <param name="arguments">Values for <see cref="MessageFormat"/>; untrusted ones are made safe to display.</param>
    public Finding On(string? subject, params object?[] arguments) => Create(arguments) with { Subject = subject is null ? null : DisplayText.Sanitize(subject) };

    /// <summary>A finding of this rule about a span of a text.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="offset">Zero-based index of the first code unit of the span.</param>
    /// <param name="length">Number of code units in the span.</param>
    /// <param name="arguments">Values for <see cref="MessageFormat"/>; untrusted ones are made safe to display.</param>
    public Finding At(ReadOnlySpan<char> text, int offset, int length, params object?[] arguments) =>
        At(text, TextSpan.In(text, offset, length), arguments);

    internal Finding At(ReadOnlySpan<char> text, TextSpan span, object?[] arguments)
    {
        return Create(arguments) with
        {
            Offset = span.Offset,
            Length = span.Length,
            Line = span.Line,
            Column = span.Column,
            Evidence = span.Length == 0 ? null : DisplayText.Sanitize(text.Slice(span.Offset, Math.Min(span.Length, DisplayText.DefaultLength + 1)).ToString()),
        };
    }

    private Finding Create(object?[] arguments)
    {
        var safe = Array.ConvertAll(arguments, argument => argument is string text ? DisplayText.Sanitize(text) : argument);
        return new Finding
        {
            Id = Id,
            Severity = Severity,
            Message = safe.Length == 0 ? MessageFormat : string.Format(CultureInfo.InvariantCulture, MessageFormat, safe),
            Arguments = new MessageArguments(safe),
            Remedy = Remedy,
            Reference = Reference,
            HelpUri = HelpUri,
        };
    }

    /// <summary>Whether both are the same rule: ids are stable, and no two rules share one.</summary>
    /// <param name="other">Another rule.</param>
    public bool Equals(Rule? other) => other is not null && string.Equals(Id, other.Id, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}
