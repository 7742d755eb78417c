namespace MtaStsTools.PowerShell.Providers.WindowsDns;

/// <summary>A part of a change that one cmdlet makes.</summary>
internal enum DnsServerChange
{
    /// <summary>Add the record.</summary>
    Add,

    /// <summary>Remove the record.</summary>
    Remove,

    /// <summary>Remove every TXT record of the name.</summary>
    Clear,

    /// <summary>Give the record another time to live.</summary>
    Retime,
}
