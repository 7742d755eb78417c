using System.Text;
using System.Text.Json;
using MtaStsTools.Publishing.Plans;

namespace MtaStsTools;

/// <summary>
/// Plans as JSON, so that they can be reviewed, kept and applied later. Whatever a plan was worked out from is in it; no secret ever is. The reader is strict:
/// a plan of unknown origin can do nothing but what a plan of this library does to the records and the policy file of its domains.
/// </summary>
public static class ChangePlanJson
{
    /// <summary>The longest text that is read, in octets of UTF-8: 4 MiB.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    /// <summary>The version of the shape that is written.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>A plan as JSON.</summary>
    /// <exception cref="ArgumentException">The plan has a step of an unknown kind.</exception>
    public static string Serialize(ChangePlan plan) => JsonSerializer.Serialize(PlanWriter.Write(plan), PlanJsonContext.Default.PlanDocument);

    /// <summary>Reads a plan.</summary>
    /// <param name="json">What <see cref="Serialize"/> gave, of this version or an earlier one.</param>
    /// <exception cref="PlanFormatException">The text is too long, no plan, of a later version, or a plan that no publisher makes.</exception>
    public static ChangePlan Deserialize(string json)
    {
        if (json.Length > MaxLength || Encoding.UTF8.GetByteCount(json) > MaxLength)
            throw new PlanFormatException("The JSON text is longer than 4 MiB.");
        try
        {
            return PlanReader.Read(JsonSerializer.Deserialize(json, PlanJsonContext.Default.PlanDocument) ?? throw new PlanFormatException("The text is no plan."));
        }
        catch (JsonException exception)
        {
            throw new PlanFormatException($"The JSON text is no plan; at {DisplayText.Sanitize(exception.Path ?? "$")}: {DisplayText.Sanitize(exception.Message)}", exception);
        }
    }
}
