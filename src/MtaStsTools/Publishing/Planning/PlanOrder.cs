namespace MtaStsTools.Publishing.Planning;

/// <summary>The law of order (RFC 8461 §8.1): no plan writes a record that announces a policy unless a step before has seen that policy live. Pure.</summary>
internal static class PlanOrder
{
    /// <exception cref="ArgumentException">The plan breaks it.</exception>
    public static void Demand(ChangePlan plan)
    {
        var verified = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in plan.Steps)
        {
            if (step is VerifyPolicyStep)
                verified.Add(step.Domain);
            else if (step is RecordChangeStep { After: not null, IsEmpty: false } && !verified.Contains(step.Domain))
                throw new ArgumentException($"The plan announces a policy of {DisplayText.Sanitize(step.Domain)} that no step before has seen live.", nameof(plan));
        }
    }
}
