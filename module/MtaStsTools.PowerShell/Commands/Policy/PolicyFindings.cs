namespace MtaStsTools.PowerShell.Commands;

/// <summary>What the rules say of a policy object, in the words of the policy file, which an administrator knows.</summary>
internal static class PolicyFindings
{
    /// <summary>Every problem. Values that no text can have, such as a negative life time, are told in the words of the object.</summary>
    public static IReadOnlyList<Finding> Of(MtaStsPolicy policy, PolicyAdvice advice)
    {
        var ofValues = policy.Validate(advice);
        return ofValues.HasError() ? ofValues : MtaStsPolicy.Validate(policy.ToString().AsSpan(), advice);
    }
}
