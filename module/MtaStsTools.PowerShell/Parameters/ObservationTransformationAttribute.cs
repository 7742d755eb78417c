using System.Management.Automation;

namespace MtaStsTools.PowerShell.Parameters;

/// <summary>Takes observations as objects, as the reports that rest on them, or as the JSON of either.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ObservationTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is not string && LanguagePrimitives.GetEnumerable(inputData) is { } many
            ? many.Cast<object>().Select(ToObservation).ToArray()
            : new[] { ToObservation(inputData) };

    private static DomainObservation ToObservation(object? value)
    {
        value = value is PSObject wrapper ? wrapper.BaseObject : value;
        try
        {
            return value switch
            {
                DomainObservation observation => observation,
                DomainReport report => report.Observation,
                string json => FromJson(json),
                _ => throw new ArgumentTransformationMetadataException("Give an observation, a report, or the JSON of either."),
            };
        }
        catch (FormatException exception)
        {
            throw new ArgumentTransformationMetadataException(DisplayText.Sanitize(exception.Message, 2000), exception);
        }
    }

    private static DomainObservation FromJson(string json)
    {
        try
        {
            return ReportJson.DeserializeReport(json).Observation;
        }
        catch (ReportFormatException)
        {
            return ReportJson.DeserializeObservation(json);
        }
    }
}
