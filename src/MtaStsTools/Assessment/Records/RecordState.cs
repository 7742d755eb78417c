namespace MtaStsTools.Assessment.Records;

/// <summary>What the TXT records at <c>_mta-sts</c> come to.</summary>
internal enum RecordState
{
    /// <summary>There certainly is none, and none that was meant as one.</summary>
    Absent,

    /// <summary>Exactly one, and valid.</summary>
    Usable,

    /// <summary>Something is there that senders will not use.</summary>
    Unusable,

    /// <summary>DNS did not say.</summary>
    Indeterminate,
}
