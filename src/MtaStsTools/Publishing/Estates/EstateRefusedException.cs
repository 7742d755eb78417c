namespace MtaStsTools.Publishing.Estates;

/// <summary>A plan was not applied, as it touches more of the estate than its limits allow.</summary>
public sealed class EstateRefusedException : Exception
{
    /// <summary>The refusal of <paramref name="plan"/>.</summary>
    public EstateRefusedException(EstatePlan plan)
        : base(string.Join(" ", ["Nothing was changed.", .. plan.Objections])) => Plan = plan;

    /// <summary>The plan, whose objections say why.</summary>
    public EstatePlan Plan { get; }
}
