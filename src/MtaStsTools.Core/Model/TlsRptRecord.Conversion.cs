using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Conversion;

namespace MtaStsTools;

[TypeConverter(typeof(TextConverter<TlsRptRecord>))]
public sealed partial record TlsRptRecord : ISpanParsable<TlsRptRecord>
{
    static TlsRptRecord IParsable<TlsRptRecord>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<TlsRptRecord>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out TlsRptRecord result) => TryParse(s, out result);

    static TlsRptRecord ISpanParsable<TlsRptRecord>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool ISpanParsable<TlsRptRecord>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out TlsRptRecord result) => TryParse(s.ToString(), out result);
}
