#if NET8_0_OR_GREATER
using System.Numerics;
using System.Runtime.Intrinsics;

namespace MtaStsTools.Grammar.Names;

/// <summary>A name of 8 to 64 characters, sixteen looked at together: for each character a bit that says what it is.</summary>
internal readonly ref struct NameBits
{
    private const int Half = CharacterVector.Count / 2;

    private readonly ulong _dots;
    private readonly ulong _hyphens;
    private readonly ulong _others;
    private readonly bool _hasY;
    private readonly int _length;

    public NameBits(ReadOnlySpan<char> name)
    {
        _length = name.Length;
        if (name.Length < CharacterVector.Count)
        {
            // The first eight and the last eight, of which some are the same: a bit set twice is set.
            var second = name.Length - Half;
            var (dots, hyphens, others, hasY) = Look(CharacterVector.Load(name, 0, second));
            _dots = Spread(dots, second);
            _hyphens = Spread(hyphens, second);
            _others = Spread(others, second);
            _hasY = hasY;
            return;
        }

        for (var i = 0; i < name.Length; i += CharacterVector.Count)
        {
            var place = Math.Min(i, name.Length - CharacterVector.Count);
            var (dots, hyphens, others, hasY) = Look(CharacterVector.Load(name, place));
            _dots |= (ulong)dots << place;
            _hyphens |= (ulong)hyphens << place;
            _others |= (ulong)others << place;
            _hasY |= hasY;
        }
    }

    private static (uint Dots, uint Hyphens, uint Others, bool HasY) Look(Vector128<byte> octets)
    {
        var (dots, hyphens, lower) = (octets.Are('.'), octets.Are('-'), octets | Vector128.Create((byte)0x20));
        var others = ~(dots | hyphens | lower.AreIn('a', 'z') | octets.AreIn('0', '9'));
        return (dots.ExtractMostSignificantBits(), hyphens.ExtractMostSignificantBits(), others.ExtractMostSignificantBits(), lower.Are('y') != Vector128<byte>.Zero);
    }

    private static ulong Spread(uint bits, int second) => (bits & 0xFF) | (bits >> Half << second);

    public static bool CanHold(ReadOnlySpan<char> name) => Vector128.IsHardwareAccelerated && name.Length is >= Half and <= 64;

    public NameTraits Traits => (_dots != 0 ? NameTraits.HasDot : NameTraits.None) | (_hasY ? NameTraits.HasY : NameTraits.None);

    /// <summary>Where the last label begins.</summary>
    public int LastLabel => 64 - BitOperations.LeadingZeroCount(_dots);

    /// <summary>Whether each label has nothing but letters, digits and hyphens, neither at its edge a hyphen.</summary>
    public bool AreLabels
    {
        get
        {
            // A label has at most 63 characters unless it is all of the 64.
            var edges = _dots | _hyphens;
            return _others == 0 && (_length < 64 || _dots != 0)
                && (edges & (1UL | (1UL << (_length - 1)))) == 0 && (((_dots << 1) & edges) | (_dots & (_hyphens << 1))) == 0;
        }
    }
}
#endif
