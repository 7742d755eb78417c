namespace MtaStsTools.PowerShell.Providers.WindowsDns;

/// <summary>Which DNS server of Windows to change, and from where.</summary>
internal sealed record WindowsDnsOptions
{
    /// <summary>The server, by name or address; null: that of this machine, or of the one that <see cref="CimSession"/> leads to.</summary>
    public string? ComputerName { get; init; }

    /// <summary>The session in which the cmdlets run, as they take it; null: they run here.</summary>
    public object? CimSession { get; init; }

    /// <summary>The machine that <see cref="CimSession"/> leads to; null: it is not known.</summary>
    public string? SessionComputer { get; init; }

    /// <summary>How long a question by DNS may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The port at which the server answers questions.</summary>
    public int Port { get; init; } = 53;

    /// <summary>Whom to ask by DNS; null: this machine.</summary>
    public string? Host => ComputerName is null or "." || (SessionComputer is not null && ComputerName.Equals("localhost", StringComparison.OrdinalIgnoreCase)) ? SessionComputer : ComputerName;

    /// <summary>The server, for people.</summary>
    public override string ToString() => $"the DNS server of Windows {(Host is null ? "on this machine" : $"at {DisplayText.Sanitize(Host)}")}";
}
