using System.ComponentModel;
using System.Globalization;

namespace MtaStsTools.Conversion;

/// <summary>Lets configuration binding and property grids read a value from its text. What is no such text is a <see cref="MtaStsFormatException"/> with its findings.</summary>
/// <typeparam name="T">The value.</typeparam>
internal sealed class TextConverter<T> : TypeConverter
    where T : class, IParsable<T>
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, CultureInfo.InvariantCulture) : base.ConvertFrom(context, culture, value);
}
