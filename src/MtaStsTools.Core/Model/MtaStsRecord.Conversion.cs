using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Conversion;

namespace MtaStsTools;

[TypeConverter(typeof(TextConverter<MtaStsRecord>))]
public sealed partial record MtaStsRecord : ISpanParsable<MtaStsRecord>
{
    static MtaStsRecord IParsable<MtaStsRecord>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<MtaStsRecord>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out MtaStsRecord result) => TryParse(s, out result);

    static MtaStsRecord ISpanParsable<MtaStsRecord>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<MtaStsRecord>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out MtaStsRecord result) => TryParse(s.ToString(), out result);
}
