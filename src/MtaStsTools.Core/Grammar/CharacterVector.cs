#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MtaStsTools.Grammar;

/// <summary>Sixteen characters of a text, looked at together.</summary>
internal static class CharacterVector
{
    public const int Count = 16;

    private const int Half = Count / 2;

    /// <summary>The octets of sixteen characters, or of two times eight; 0x7F stands for itself and for all above.</summary>
    /// <param name="text">The text, at least <see cref="Count"/> / 2 characters long.</param>
    /// <param name="first">Place of the first eight, which must lie inside the text.</param>
    /// <param name="second">Place of the second eight, which must lie inside the text.</param>
    public static Vector128<byte> Load(ReadOnlySpan<char> text, int first, int second)
    {
        ref var start = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        var most = Vector128.Create((ushort)0x7F);
        return Vector128.Narrow(
            Vector128.Min(Vector128.LoadUnsafe(ref start, (nuint)first), most),
            Vector128.Min(Vector128.LoadUnsafe(ref start, (nuint)second), most));
    }

    /// <inheritdoc cref="Load(ReadOnlySpan{char}, int, int)"/>
    public static Vector128<byte> Load(ReadOnlySpan<char> text, int place) => Load(text, place, place + Half);

    public static Vector128<byte> Are(this Vector128<byte> octets, char c) => Vector128.Equals(octets, Vector128.Create((byte)c));

    public static Vector128<byte> AreIn(this Vector128<byte> octets, char first, char last) =>
        Vector128.LessThanOrEqual(octets - Vector128.Create((byte)first), Vector128.Create((byte)(last - first)));
}
#endif
