using System.Management.Automation;

namespace MtaStsTools.PowerShell.Parameters;

/// <summary>Takes a plan as an object, as its JSON, whole or in lines, or as what the engine made of it (Import-Clixml, a job), by the JSON that it carries.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlanTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var wrapper = PSObject.AsPSObject(inputData);
        if (wrapper.BaseObject is ChangePlan plan)
            return plan;
        var json = wrapper.BaseObject switch
        {
            string text => text,
            object[] lines when Array.TrueForAll(lines, line => PSObject.AsPSObject(line).BaseObject is string) => string.Join("\n", lines),
            _ => wrapper.Properties["Json"]?.Value as string,
        };
        try
        {
            return ChangePlanJson.Deserialize(json ?? throw new ArgumentTransformationMetadataException("It is no plan. Give what Publish-MtaSts -WhatIf -PassThru gave, or its JSON."));
        }
        catch (PlanFormatException exception)
        {
            throw new ArgumentTransformationMetadataException(exception.Message, exception);
        }
    }
}
