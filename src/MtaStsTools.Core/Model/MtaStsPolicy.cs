using MtaStsTools.Grammar;
using MtaStsTools.Grammar.Policy;

namespace MtaStsTools;

/// <summary>A policy: which hosts may receive the mail of a domain, and for how long senders remember it (RFC 8461 §3.2).</summary>
public sealed partial record MtaStsPolicy
{
    /// <summary>The longest <see cref="MaxAge"/>, 31,557,600 s: about a year.</summary>
    public static readonly TimeSpan LargestMaxAge = TimeSpan.FromSeconds(Lifetime.LargestSeconds);

    private IReadOnlyList<MxPattern> _mx = ValueArray<MxPattern>.None;
    private IReadOnlyList<Extension> _extensions = ValueArray<Extension>.None;

    /// <summary>The one version there is, <c>STSv1</c>.</summary>
    public string Version { get; init; } = WellKnownNames.PolicyVersion;

    /// <summary>What senders do with a host that no <see cref="Mx"/> covers.</summary>
    public MtaStsMode Mode { get; init; }

    /// <summary>The hosts that may receive the mail.</summary>
    public IReadOnlyList<MxPattern> Mx
    {
        get => _mx;
        init => _mx = ValueList.Copy(value);
    }

    /// <summary>How long senders remember the policy, in whole seconds from zero to <see cref="LargestMaxAge"/>.</summary>
    public TimeSpan MaxAge { get; init; }

    /// <summary>Fields that the RFC does not know, in their order.</summary>
    public IReadOnlyList<Extension> Extensions
    {
        get => _extensions;
        init => _extensions = ValueList.Copy(value);
    }

    /// <summary>Whether an <see cref="Mx"/> covers the MX host (RFC 8461 §4.1).</summary>
    /// <param name="host">The name that the MX record gives, with or without the root's dot.</param>
    /// <exception cref="MtaStsFormatException">A pattern that comes from a configuration is none.</exception>
    public bool Covers(string host)
    {
        // By index, as an enumerator of the interface would be allocated.
        for (var i = 0; i < _mx.Count; i++)
        {
            if (_mx[i].Matches(host))
                return true;
        }

        return false;
    }

    /// <summary>Whether both say the same: the order of <see cref="Mx"/> and <see cref="Extensions"/> counts.</summary>
    public bool Equals(MtaStsPolicy? other) =>
        other is not null && Version == other.Version && Mode == other.Mode && MaxAge == other.MaxAge
        && Mx.SequenceEqual(other.Mx) && Extensions.SequenceEqual(other.Extensions);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        unchecked((((((StringComparer.Ordinal.GetHashCode(Version) * 31) + (int)Mode) * 31) + MaxAge.GetHashCode()) * 31) + ValueList.HashOf(Mx) + ValueList.HashOf(Extensions));
}
