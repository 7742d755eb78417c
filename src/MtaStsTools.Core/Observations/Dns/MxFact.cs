using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools;

/// <summary>One MX record.</summary>
public sealed record MxFact
{
    /// <summary>A record yet to be filled in.</summary>
    public MxFact()
    {
    }

    /// <summary>The record <c>preference host</c>.</summary>
    [SetsRequiredMembers]
    public MxFact(int preference, string host)
    {
        Preference = preference;
        Host = host;
    }

    /// <summary>Lower is tried first.</summary>
    public required int Preference { get; init; }

    /// <summary>The exchange in A-label form without the root dot; empty for the root itself.</summary>
    public required string Host { get; init; }

    /// <summary>Preference and host; safe to display.</summary>
    public override string ToString() => FormattableString.Invariant($"{Preference} {DisplayText.Sanitize(Host)}");
}
