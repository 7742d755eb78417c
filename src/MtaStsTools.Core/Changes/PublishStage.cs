namespace MtaStsTools;

/// <summary>The stages of a change.</summary>
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

    /// <summary>Storing or removing the policy file.</summary>
    Storing,

    /// <summary>Fetching the policy as senders do, until every address serves it.</summary>
    Fetching,

    /// <summary>Testing the domain.</summary>
    Testing,
}
