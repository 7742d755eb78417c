namespace MtaStsTools;

/// <summary>One thing that a rule of the <see cref="RuleCatalog"/> has to say about a text, a host or a domain.</summary>
public sealed record Finding
{
    private readonly DeferredFix _fix;

    /// <summary>The rule's stable id, for instance <c>MTASTS1004</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How much it matters here; a context (testing mode, for one) may lower the rule's own severity.</summary>
    public required Severity Severity { get; init; }

    /// <summary>One sentence: what is wrong, with the value in it. Safe to display.</summary>
    public required string Message { get; init; }

    /// <summary>The host or record name that it is about, if there is one. Safe to display.</summary>
    public string? Subject { get; init; }

    /// <summary>Zero-based UTF-16 offset in the text, or null where the finding is not about a text.</summary>
    public int? Offset { get; init; }

    /// <summary>Length in UTF-16 code units, or null where the finding is not about a text.</summary>
    public int? Length { get; init; }

    /// <summary>One-based line, or null where the finding is not about a text.</summary>
    public int? Line { get; init; }

    /// <summary>One-based column in UTF-16 code units, or null where the finding is not about a text.</summary>
    public int? Column { get; init; }

    /// <summary>What was found, cut to a bounded length and safe to display.</summary>
    public string? Evidence { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <summary>The section that asks for it, for instance <c>RFC 8461 §3.2</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>The rule's page.</summary>
    public required Uri HelpUri { get; init; }

    /// <summary>The edit of the text that certainly fixes it, where there is one.</summary>
    public TextFix? Fix
    {
        get => _fix.Value;
        init => _fix = new DeferredFix(value);
    }

    /// <summary>What <see cref="Message"/> was made of, by the rule's format.</summary>
    internal MessageArguments Arguments { get; init; }

    /// <summary>In place of <see cref="Fix"/>: the work that finds it, done when it is asked for.</summary>
    internal DeferredFix DeferredFix
    {
        init => _fix = value;
    }

    /// <summary>Whether it is a finding of <paramref name="rule"/>.</summary>
    public bool IsOf(Rule rule) => string.Equals(Id, rule.Id, StringComparison.Ordinal);

    /// <summary>Whether it is a finding of a rule of <paramref name="category"/>; false where no rule has its id.</summary>
    public bool IsAbout(RuleCategory category) => RuleCatalog.TryGet(Id, out var rule) && rule.Category == category;

    /// <summary>Severity, id and message on one line.</summary>
    public override string ToString() => Line is null ? $"{Severity} {Id}: {Message}" : $"{Severity} {Id} ({Line},{Column}): {Message}";
}
