using System.Text.Json;

namespace MtaStsTools.Conversion;

/// <summary>Gives a program's JSON the wire forms of policies and records.</summary>
public static class MtaStsJson
{
    /// <summary>
    /// Adds the converters: a policy with the names of the RFC, and an MTA-STS or TLSRPT record as the text of its TXT record. Without them these are
    /// written member by member, as in a saved report. Patterns and domain names are strings in any case.
    /// </summary>
    /// <param name="options">The options, which it returns.</param>
    public static JsonSerializerOptions AddMtaStsConverters(this JsonSerializerOptions options)
    {
        options.Converters.Add(new PolicyJsonConverter());
        options.Converters.Add(new TextJsonConverter<MtaStsRecord>());
        options.Converters.Add(new TextJsonConverter<TlsRptRecord>());
        return options;
    }
}
