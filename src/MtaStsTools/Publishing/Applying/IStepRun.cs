namespace MtaStsTools.Publishing.Applying;

/// <summary>Takes one step of a plan, and knows at any time how far it has got. Each kind of step has its own.</summary>
internal interface IStepRun
{
    /// <summary>What the step has come to so far.</summary>
    IStepResult Result { get; }

    /// <exception cref="ProviderException">What the step changes was not changed, or that is not known.</exception>
    /// <exception cref="StepStoppedException">What the step looks at forbids to go on.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    Task TakeAsync(CancellationToken cancellationToken);
}
