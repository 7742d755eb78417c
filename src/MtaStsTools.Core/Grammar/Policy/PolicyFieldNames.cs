using System.Runtime.CompilerServices;

namespace MtaStsTools.Grammar.Policy;

/// <summary>How a line of a policy text begins: with the name of a field and what separates it from the value.</summary>
internal static class PolicyFieldNames
{
    /// <summary>The field that a well-formed line begins with; <see cref="PolicyFieldKind.Extension"/> where it is none of the four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PolicyFieldKind Read(ReadOnlySpan<char> line, out int nameLength)
    {
        if (line.StartsWith("mx:".AsSpan()))
        {
            nameLength = 2;
            return PolicyFieldKind.Mx;
        }

        if (line.StartsWith("mode:".AsSpan()))
        {
            nameLength = 4;
            return PolicyFieldKind.Mode;
        }

        if (line.StartsWith("max_age:".AsSpan()))
        {
            nameLength = 7;
            return PolicyFieldKind.MaxAge;
        }

        nameLength = 7;
        return line.StartsWith("version:".AsSpan()) ? PolicyFieldKind.Version : PolicyFieldKind.Extension;
    }

    public static PolicyFieldKind KindOf(ReadOnlySpan<char> name) =>
        name.SequenceEqual("mx".AsSpan()) ? PolicyFieldKind.Mx
        : name.SequenceEqual("mode".AsSpan()) ? PolicyFieldKind.Mode
        : name.SequenceEqual("max_age".AsSpan()) ? PolicyFieldKind.MaxAge
        : name.SequenceEqual("version".AsSpan()) ? PolicyFieldKind.Version
        : PolicyFieldKind.Extension;

    /// <summary>Where the name ends: at a colon, or at the equals sign that some write in its place; -1 where the line has neither.</summary>
    public static int IndexOfSeparator(ReadOnlySpan<char> line) => line.IndexOfAny(':', '=');

    /// <summary>What stands before the separator, white space at its end not included; the whole line where it has none.</summary>
    public static ReadOnlySpan<char> NameIn(ReadOnlySpan<char> line)
    {
        var separator = IndexOfSeparator(line);
        return Characters.TrimEndOfWhiteSpace(separator < 0 ? line : line.Slice(0, separator));
    }

    /// <summary>Whether an equals sign behind the name is a colon meant; the record's own <c>v=STSv1</c> is no policy field.</summary>
    public static bool MayHaveEquals(ReadOnlySpan<char> name) => Characters.IsExtensionName(name) && !name.SequenceEqual("v".AsSpan());

    /// <summary>Whether it begins with one of the four names, or with one that is certainly meant, and a separator.</summary>
    public static bool BeginsKnownField(ReadOnlySpan<char> text)
    {
        var head = text.Slice(0, Math.Min(text.Length, Characters.MaxExtensionName));
        if (IndexOfSeparator(head) <= 0)
            return false;
        return NearNames.IsCertainForPolicy(NameIn(head));
    }
}
