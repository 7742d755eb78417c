using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using MtaStsTools.Conversion;

namespace MtaStsTools;

[TypeConverter(typeof(MxPatternConverter))]
[JsonConverter(typeof(TextJsonConverter<MxPattern>))]
public sealed partial class MxPattern : ISpanParsable<MxPattern>
{
    static MxPattern IParsable<MxPattern>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<MxPattern>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out MxPattern result) => TryParse(s, out result);

    static MxPattern ISpanParsable<MxPattern>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<MxPattern>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out MxPattern result) => TryParse(s.ToString(), out result);
}
