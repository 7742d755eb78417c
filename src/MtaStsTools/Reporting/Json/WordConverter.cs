using System.Text.Json;
using System.Text.Json.Serialization;

namespace MtaStsTools.Reporting.Json;

/// <summary>Enumerations as words in camel case; a number is refused, for it might stand for nothing.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
