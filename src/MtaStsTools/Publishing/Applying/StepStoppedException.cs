namespace MtaStsTools.Publishing.Applying;

/// <summary>A step found what forbids to go on; the run of the plan turns it into a <see cref="ChangeStoppedException"/>.</summary>
internal sealed class StepStoppedException(IReadOnlyList<Finding> findings) : Exception
{
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
