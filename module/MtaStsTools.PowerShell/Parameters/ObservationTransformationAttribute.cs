using System.Management.Automation;
using MtaStsTools.PowerShell.Commands;

namespace MtaStsTools.PowerShell.Parameters;

/// <summary>Takes observations as objects, as the reports that rest on them, as the JSON of either, whole or in lines, or as what the engine made of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ObservationTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var json = new JsonObjects();
        try
        {
            return Values(inputData).SelectMany(value => Read(value, json)).Concat(json.Finish().Select(SavedObservation.FromJson)).ToArray();
        }
        catch (FormatException exception)
        {
            throw new ArgumentTransformationMetadataException(DisplayText.Sanitize(exception.Message, 2000), exception);
        }
    }

    private static IEnumerable<object> Values(object input) =>
        input is not string && LanguagePrimitives.GetEnumerable(input) is { } many ? many.Cast<object>() : [input];

    private static IEnumerable<DomainObservation> Read(object value, JsonObjects json)
    {
        var wrapper = PSObject.AsPSObject(value);
        return wrapper.BaseObject is string text ? json.Add(text + "\n").Select(SavedObservation.FromJson) : [SavedObservation.Of(wrapper)];
    }
}
