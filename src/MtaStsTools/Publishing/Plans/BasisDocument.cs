namespace MtaStsTools.Publishing.Plans;

/// <summary>A <see cref="PlanBasis"/> as JSON has it; a policy is its text.</summary>
internal sealed record BasisDocument
{
    public required string Domain { get; init; }

    public IReadOnlyList<string> MailExchangers { get; init; } = [];

    public string? ServedPolicy { get; init; }
}
