using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Plans;

/// <summary>A <see cref="PolicyFileChange"/> as JSON has it; files are texts (see <see cref="OctetText"/>).</summary>
internal sealed record FileDocument
{
    public required string Location { get; init; }

    public string? Expected { get; init; }

    public string? ExpectedVersion { get; init; }

    public string? Body { get; init; }
}
