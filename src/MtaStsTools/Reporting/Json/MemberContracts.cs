using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MtaStsTools.Reporting.Json;

/// <summary>What the JSON form asks of single members beyond what their types say.</summary>
internal static class MemberContracts
{
    /// <summary>Untrusted by contract, or octets in a text form, and read as they came: whoever shows them makes them safe.</summary>
    public static readonly IReadOnlyList<(Type Type, string Member)> Raw =
    [
        (typeof(TxtFact), nameof(TxtFact.Strings)),
        (typeof(PolicyFetch), nameof(PolicyFetch.RedirectTarget)),
        (typeof(PolicyFetch), nameof(PolicyFetch.ContentType)),
        (typeof(PolicyFetch), nameof(PolicyFetch.Body)),
        (typeof(CertificateFacts), nameof(CertificateFacts.Der)),
        (typeof(TextFix), nameof(TextFix.NewText)),
    ];

    /// <summary>Always written, and with no default that would be true of a text that lacks them.</summary>
    private static readonly IReadOnlyList<(Type Type, string Member)> Required =
    [
        (typeof(DomainObservation), nameof(DomainObservation.SchemaVersion)),
        (typeof(DomainReport), nameof(DomainReport.SchemaVersion)),
        (typeof(MxReport), nameof(MxReport.Dane)),
        (typeof(MtaStsPolicy), nameof(MtaStsPolicy.Version)),
        (typeof(MtaStsPolicy), nameof(MtaStsPolicy.Mode)),
        (typeof(MtaStsPolicy), nameof(MtaStsPolicy.MaxAge)),
    ];

    public static void Apply(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (Has(Raw, type, property))
                property.CustomConverter = property.PropertyType == typeof(string) ? JsonMetadataServices.StringConverter : new RawTextListConverter();
            property.IsRequired |= Has(Required, type, property);
        }
    }

    private static bool Has(IReadOnlyList<(Type Type, string Member)> members, JsonTypeInfo type, JsonPropertyInfo property) =>
        members.Any(member => member.Type == type.Type && JsonNamingPolicy.CamelCase.ConvertName(member.Member) == property.Name);
}
