namespace MtaStsTools;

/// <summary>One DNS question and its answer or failure, kept as a fact.</summary>
public sealed record DnsLookup
{
    /// <summary>The name asked for, in A-label form without the root dot.</summary>
    public required string Name { get; init; }

    /// <summary>The type asked for: <c>TXT</c>, <c>MX</c>, <c>A</c>, <c>AAAA</c>, <c>TLSA</c> …</summary>
    public required string Type { get; init; }

    /// <summary>What became of it.</summary>
    public required DnsOutcome Outcome { get; init; }

    /// <summary>The server that answered or failed, as <c>address:port</c>.</summary>
    public string? Server { get; init; }

    /// <summary>The response code or the failure in words; safe to display.</summary>
    public string? Detail { get; init; }

    /// <summary>The targets of the CNAME records passed on the way, in order; empty where <see cref="Name"/> is no alias.</summary>
    public IReadOnlyList<string> Aliases { get; init => field = ValueList.Copy(value); } = ValueArray<string>.None;

    /// <summary>The least TTL of the answer, or null without an answer.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>Whether the resolver set the AD bit: the answer was authenticated by DNSSEC.</summary>
    public bool Authenticated { get; init; }

    /// <summary>How long the answer took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>True where the answer, be it records or none, is certain.</summary>
    public bool IsConclusive => Outcome is DnsOutcome.Answered or DnsOutcome.NoData or DnsOutcome.NameDoesNotExist;

    /// <summary>What became of a lookup that is not conclusive, and which server said so, for a sentence that ends "…: {0}"; null where the answer is certain.</summary>
    public string? Failure
    {
        get
        {
            var words = Outcome switch
            {
                _ when IsConclusive => null,
                DnsOutcome.ServerFailure => "SERVFAIL",
                DnsOutcome.Refused => "REFUSED",
                DnsOutcome.AliasLoop => "its CNAME records lead in a circle",
                DnsOutcome.Timeout => Detail ?? "no answer in time",
                DnsOutcome.NotAsked => Detail ?? "the question was not asked",
                _ => Detail ?? "the lookup failed",
            };
            return words is not null && Server is { Length: > 0 } server ? $"{words} (server {server})" : words;
        }
    }

    /// <summary>The question and what became of it; safe to display.</summary>
    public override string ToString() => $"{DisplayText.Sanitize(Type)} {DisplayText.Sanitize(Name)}: {DisplayText.Sanitize(Failure ?? Outcome.ToString())}";
}
