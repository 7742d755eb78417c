#if NET8_0_OR_GREATER
using System.Numerics;
using System.Runtime.Intrinsics;

namespace MtaStsTools.Grammar.Policy;

/// <summary>
/// Scans lines that are a known field and nothing else, as nearly all are: <see cref="PolicyScanner"/> would find the same fields in them,
/// in twice the time. 64 characters are looked at together, as a search from line to line would wait for the end of each.
/// </summary>
internal static class PlainLines
{
    private const int BlockLength = 64;
    private const ulong LastBit = 1UL << (BlockLength - 1);

    /// <summary>Scans the lines down to one that may be more; gives the place of that.</summary>
    /// <param name="text">The text of the policy.</param>
    /// <param name="position">First code unit of a line.</param>
    /// <param name="ending">How lines end, where that is known; a line that ends in another way is left.</param>
    /// <param name="fields">Room for fields; a line for whose field there is none is left.</param>
    /// <param name="count">The fields so far.</param>
    public static int Scan(ReadOnlySpan<char> text, int position, ref char ending, Span<PolicyField> fields, ref int count)
    {
        if (text.Length < CharacterVector.Count)
            return position;
        for (var block = position - (position % BlockLength); block < text.Length; block += BlockLength)
        {
            var (feeds, unusual) = Look(text, block);
            if (block < position)
            {
                feeds &= ulong.MaxValue << (position - block);
                unusual &= ulong.MaxValue << (position - block);
            }

            if (ending == default && feeds != 0)
                ending = EndingAt(text, position, block + BitOperations.TrailingZeroCount(feeds));
            if (ending == '\r')
                unusual &= ~(feeds >> 1);
            var firstUnusual = BitOperations.TrailingZeroCount(unusual);
            for (; feeds != 0; feeds &= feeds - 1)
            {
                var feed = BitOperations.TrailingZeroCount(feeds);
                if (firstUnusual < feed || !TryScan(text, position, block + feed, ending, fields, ref count))
                    return position;
                position = block + feed + 1;
            }

            if (unusual != 0 && !(unusual == LastBit && ending != '\n' && IsCrLf(text, block + BlockLength - 1)))
                return position;
        }

        return position;
    }

    /// <summary>Whether a CRLF stands at the place, as it may across the end of a block.</summary>
    private static bool IsCrLf(ReadOnlySpan<char> text, int place) => place + 1 < text.Length && text[place] == '\r' && text[place + 1] == '\n';

    private static char EndingAt(ReadOnlySpan<char> text, int start, int feed) => feed > start && text[feed - 1] == '\r' ? '\r' : '\n';

    private static bool TryScan(ReadOnlySpan<char> text, int start, int feed, char ending, Span<PolicyField> fields, ref int count)
    {
        var end = feed;
        if (ending == '\r' && (--end < start || text[end] != '\r'))
            return false;
        while (end > start && Characters.IsWhiteSpace(text[end - 1]))
            end--;
        var kind = PolicyFieldNames.Read(text.Slice(start, end - start), out var nameLength);
        if (kind == PolicyFieldKind.Extension || (uint)count >= (uint)fields.Length)
            return false;
        var value = start + nameLength + 1;
        while (value < end && Characters.IsWhiteSpace(text[value]))
            value++;
        fields[count++] = new PolicyField(kind, HasControls: false, start, start, nameLength, value, end - value, feed + 1);
        return true;
    }

    /// <summary>A bit for each LF of the block, and one for each character that is neither plain nor an LF.</summary>
    private static (ulong Feeds, ulong Unusual) Look(ReadOnlySpan<char> text, int block)
    {
        var length = Math.Min(BlockLength, text.Length - block);
        var (feeds, unusual) = (0UL, 0UL);
        var i = 0;
        for (; i <= length - CharacterVector.Count; i += CharacterVector.Count)
        {
            var (f, u) = LookAt(CharacterVector.Load(text, block + i));
            feeds |= (ulong)f << i;
            unusual |= (ulong)u << i;
        }

        if (i < length)
        {
            // The last sixteen of the text, of which some were looked at before.
            var (f, u) = LookAt(CharacterVector.Load(text, text.Length - CharacterVector.Count));
            var known = i + CharacterVector.Count - length;
            feeds |= (ulong)(f >> known) << i;
            unusual |= (ulong)(u >> known) << i;
        }

        return (feeds, unusual);
    }

    private static (uint Feeds, uint Unusual) LookAt(Vector128<byte> octets)
    {
        var areFeeds = octets.Are('\n');
        var areUnusual = Vector128.LessThan(octets, Vector128.Create((byte)' ')) | octets.Are('\x7F') | octets.Are(';') | octets.Are('\\') | octets.Are('#');
        return (areFeeds.ExtractMostSignificantBits(), (areUnusual & ~(areFeeds | octets.Are('\t'))).ExtractMostSignificantBits());
    }
}
#endif
