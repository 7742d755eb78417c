using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using MtaStsTools.Conversion;

namespace MtaStsTools;

[TypeConverter(typeof(TextConverter<DomainName>))]
[JsonConverter(typeof(TextJsonConverter<DomainName>))]
public sealed partial record DomainName : ISpanParsable<DomainName>
{
    static DomainName IParsable<DomainName>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<DomainName>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out DomainName result) => TryParse(s, out result);

    static DomainName ISpanParsable<DomainName>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<DomainName>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out DomainName result) => TryParse(s.ToString(), out result);
}
