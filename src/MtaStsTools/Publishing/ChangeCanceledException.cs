using System.Globalization;

namespace MtaStsTools;

/// <summary>Applying a plan was cancelled. The message says what that leaves; <see cref="Result"/> tells the state of each step.</summary>
public sealed class ChangeCanceledException : OperationCanceledException
{
    /// <summary>The cancellation that left a plan in the state of <paramref name="result"/>.</summary>
    public ChangeCanceledException(ChangeResult result, OperationCanceledException cause)
        : base(Describe(result), cause, cause.CancellationToken) => Result = result;

    /// <summary>What each step came to: <see cref="StepState.Unknown"/> where the change was on its way and may have been made.</summary>
    public ChangeResult Result { get; }

    private static string Describe(ChangeResult result)
    {
        if (result.Steps.Count > 1 && result.Steps.Any(step => step.State is StepState.Changed or StepState.Unknown))
            return $"Cancelled half-way; a plan made anew carries on from here. {string.Join(" ", result.Steps.Select((step, index) => $"{(index + 1).ToString(CultureInfo.InvariantCulture)}. {step}"))}";
        var begun = result.Steps.LastOrDefault(step => step.State is not (StepState.NotRun or StepState.Unchanged or StepState.Verified));
        return begun?.State switch
        {
            null => "Cancelled before anything was changed.",
            StepState.Unknown => $"Cancelled while the record of {begun.Domain} was being changed: whether the change was made is not known. Look at the record before trying again.",
            _ => $"Cancelled after the record of {begun.Domain} was changed, before every server was seen to have it.",
        };
    }
}
