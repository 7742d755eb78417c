using System.Management.Automation;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>What every error record of the module promises.</summary>
internal static class ErrorAssert
{
    /// <summary>The only error has this id, category and target, and says what to do.</summary>
    public static ErrorRecord Is(CommandResult result, string errorId, ErrorCategory category, object? target)
    {
        var error = result.Error;
        Assert.Equal((errorId, category), (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category));
        Assert.Equal(target, error.TargetObject is PSObject wrapper ? wrapper.BaseObject : error.TargetObject);
        Assert.False(string.IsNullOrWhiteSpace(error.ErrorDetails?.RecommendedAction), $"{errorId} recommends nothing.");
        return error;
    }
}
