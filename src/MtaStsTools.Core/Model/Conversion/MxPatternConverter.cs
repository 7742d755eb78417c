using System.ComponentModel;
using System.Globalization;

namespace MtaStsTools.Conversion;

/// <summary>
/// Lets configuration binding read a pattern. It never throws: the binder of .NET swallows what is thrown for an item of a list, and leaves the item out.
/// What is no pattern becomes one that is not valid (<see cref="MxPattern.IsValid"/>).
/// </summary>
internal sealed class MxPatternConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? MxPattern.FromConfiguration(text) : base.ConvertFrom(context, culture, value);
}
