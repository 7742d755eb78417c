using System.Management.Automation;
using System.Text.Json;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Reads saved facts in every form in which they come back: objects, reports that rest on them, JSON of either, and what the engine made of these.</summary>
internal static class SavedObservation
{
    /// <summary>Whether an object carries facts.</summary>
    public static bool IsIn(PSObject value) => value.BaseObject is DomainObservation or DomainReport || Facts(value) is not null;

    /// <summary>The facts in an object that carries them.</summary>
    /// <exception cref="FormatException">They cannot be read.</exception>
    public static DomainObservation Of(PSObject value) => value.BaseObject switch
    {
        DomainObservation observation => observation,
        DomainReport report => report.Observation,
        _ when Facts(value) is { } facts => FromJson(PropertyJson.Of(facts)),
        _ => throw new FormatException("It is no observation and no report."),
    };

    /// <summary>The facts in the JSON of an observation, or of a report.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static DomainObservation FromJson(string json) =>
        IsReport(json) ? ReportJson.DeserializeReport(json).Observation : ReportJson.DeserializeObservation(json);

    private static PSObject? Facts(PSObject value)
    {
        if (Value(value, nameof(DomainReport.Observation)) is { } observation)
            return PSObject.AsPSObject(observation);
        return Value(value, nameof(DomainObservation.PolicyHost)) is not null && Value(value, nameof(DomainObservation.Mx)) is not null ? value : null;
    }

    private static object? Value(PSObject value, string name) => value.Properties[name]?.Value;

    private static bool IsReport(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("observation", out _);
        }
        catch (JsonException)
        {
            return false; // the reader says what is wrong
        }
    }
}
