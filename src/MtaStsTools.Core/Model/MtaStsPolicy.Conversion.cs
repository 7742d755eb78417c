using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Conversion;

namespace MtaStsTools;

[TypeConverter(typeof(TextConverter<MtaStsPolicy>))]
public sealed partial record MtaStsPolicy : ISpanParsable<MtaStsPolicy>
{
    static MtaStsPolicy IParsable<MtaStsPolicy>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<MtaStsPolicy>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out MtaStsPolicy result) => TryParse(s, out result);

    static MtaStsPolicy ISpanParsable<MtaStsPolicy>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<MtaStsPolicy>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out MtaStsPolicy result) => TryParse(s.ToString(), out result);
}
