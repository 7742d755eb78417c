namespace MtaStsTools.Hosting;

/// <summary>How domains are observed, assessed and changed. They are read once, with the first service that needs them.</summary>
public sealed class MtaStsClientOptions
{
    /// <summary>How domains are observed. A logger, a meter and a clock that are not given here are those of the container.</summary>
    public ObservationOptions Observation { get; set; } = new();

    /// <summary>How observations are assessed.</summary>
    public AssessmentOptions Assessment { get; set; } = AssessmentOptions.Default;

    /// <summary>How records and policies are changed. A logger, a meter and a clock that are not given here are those of the container.</summary>
    public MtaStsPublisherOptions Publishing { get; set; } = new();

    /// <summary>What is wrong in the configuration that they come from.</summary>
    internal List<string> Problems { get; } = [];
}
