namespace MtaStsTools.Assessment.Policies;

/// <summary>What the policy comes to, wherever it was sought.</summary>
internal enum PolicyState
{
    /// <summary>There certainly is none: no policy host, or one that serves no policy.</summary>
    Absent,

    /// <summary>It can be fetched and is valid.</summary>
    Usable,

    /// <summary>It cannot be fetched as senders demand, or is not valid.</summary>
    Unusable,

    /// <summary>DNS did not say where the policy host is.</summary>
    Indeterminate,
}
