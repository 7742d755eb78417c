namespace MtaStsTools;

/// <summary>The stages of a change, in their order.</summary>
public enum PublishStage
{
    /// <summary>Looking for the zone that holds the record name.</summary>
    FindingZone,

    /// <summary>Reading the record as it is.</summary>
    Reading,

    /// <summary>Writing the change.</summary>
    Updating,

    /// <summary>Asking the authoritative servers until they all have it.</summary>
    ReadingBack,
}
