using System.Globalization;

namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>The text of a zone file cannot be understood. Never leaves the provider.</summary>
internal sealed class MasterFileException(int line, string reason) : Exception($"line {line.ToString(CultureInfo.InvariantCulture)}: {reason}")
{
    /// <summary>The file, where it is not the zone's own but one that it includes.</summary>
    public string? Path { get; init; }
}
