namespace MtaStsTools.Publishing.Dns;

/// <summary>Which zone file to edit, and how.</summary>
public sealed record ZoneFileOptions
{
    /// <summary>The path of the zone's master file (RFC 1035 §5), in the text form that BIND, NSD, Knot and others read.</summary>
    public required string Path { get; init; }

    /// <summary>The zone; null: as the file says by an absolute name of its SOA record, or by an absolute <c>$ORIGIN</c>.</summary>
    public string? Zone { get; init; }

    /// <summary>The folder that the names in <c>$INCLUDE</c> start from, as the option <c>directory</c> of BIND; null: that of the file.</summary>
    public string? IncludeFolder { get; init; }

    /// <summary>How the serial number goes up.</summary>
    public ZoneSerialStyle SerialStyle { get; init; } = ZoneSerialStyle.Auto;

    /// <summary>
    /// Whether the file is edited although a journal (<c>.jnl</c>) lies beside it. BIND keeps one of a zone that takes dynamic updates, and such a file must not be
    /// edited while it does; it also keeps one of a zone with <c>ixfr-from-differences</c>, which may be edited.
    /// </summary>
    public bool IgnoreJournal { get; init; }

    /// <summary>How long to wait for another publisher who holds the file.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What makes the name server load the file again, called with the zone after each change; null: that is left to others.</summary>
    public Func<string, CancellationToken, Task>? Reload { get; init; }

    /// <summary>The clock of serial numbers and waiting.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
