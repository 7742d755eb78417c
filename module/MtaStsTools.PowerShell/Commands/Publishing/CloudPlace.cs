namespace MtaStsTools.PowerShell.Commands;

/// <summary>Where in a container or bucket policies lie and how they are served, as the parameters of a command say it.</summary>
internal sealed record CloudPlace
{
    public string Prefix { get; init; } = "";

    public string? CacheControl { get; init; }

    public string? Target { get; init; }

    /// <summary>How long one request may take.</summary>
    public required TimeSpan Timeout { get; init; }
}
