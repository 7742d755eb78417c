#if NET8_0_OR_GREATER
using System.Buffers;
using System.Text;
#endif

namespace MtaStsTools.Grammar.Policy;

/// <summary>The octets of a policy file as text, and what is wrong with them as octets.</summary>
internal static class PolicyBody
{
    // A few octets more than senders read, so that the grammar sees that there are more.
    private const int Overlap = 64;

    /// <summary>Characters that a caller's stack should have room for: most bodies are shorter, and need no copy on the heap.</summary>
    public const int Room = 256;

    /// <param name="octets">The body.</param>
    /// <param name="room">Where the text of a short body of ASCII is put.</param>
    /// <param name="faults">What is wrong with the octets.</param>
    public static ReadOnlySpan<char> Read(ReadOnlySpan<byte> octets, Span<char> room, out FaultBuffer faults)
    {
        faults = default;
#if NET8_0_OR_GREATER
        if (octets.Length <= room.Length && Ascii.ToUtf16(octets, room, out var length) == OperationStatus.Done)
            return room.Slice(0, length);
#endif
        return Read(octets, ref faults).AsSpan();
    }

    private static string Read(ReadOnlySpan<byte> octets, ref FaultBuffer faults)
    {
        octets = Utf8Text.Cut(octets, PolicyGrammar.MaxOctets + Overlap);
        var text = Utf8Text.Decode(octets);
        if (Utf8Text.IndexOfInvalid(octets) is var invalid and >= 0)
        {
            var offset = Math.Min(Utf8Text.Length(octets.Slice(0, invalid)), text.Length);
            faults.Add(PolicyRules.InvalidUtf8, offset, Math.Min(1, text.Length - offset), invalid);
        }

        return text;
    }
}
