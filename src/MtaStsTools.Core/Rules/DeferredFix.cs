namespace MtaStsTools;

/// <summary>A fix that is known, or one that is worked out once somebody asks for it. Two are equal where their fixes are.</summary>
internal readonly struct DeferredFix : IEquatable<DeferredFix>
{
    private readonly TextFix? _known;
    private readonly Lazy<TextFix?>? _deferred;

    public DeferredFix(TextFix? known) => _known = known;

    public DeferredFix(Func<TextFix?> work) => _deferred = new Lazy<TextFix?>(work);

    public TextFix? Value => _deferred is null ? _known : _deferred.Value;

    public bool Equals(DeferredFix other) => Value == other.Value;

    public override bool Equals(object? obj) => obj is DeferredFix other && Equals(other);

    public override int GetHashCode() => Value?.GetHashCode() ?? 0;
}
