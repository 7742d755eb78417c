using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Sdk.Tests.Publishing.Hosts;

/// <summary>A policy host, and a way to what it keeps that goes past it.</summary>
public sealed record HostUnderTest
{
    public required IPolicyHost Host { get; init; }

    /// <summary>A domain whose policy the host can keep.</summary>
    public required string Domain { get; init; }

    /// <summary>Another one, which the host keeps apart; null where it keeps only one.</summary>
    public string? OtherDomain { get; init; }

    /// <summary>Reads what is really stored for a domain; null where there is nothing.</summary>
    public required Func<string, Task<byte[]?>> ReadAsync { get; init; }

    /// <summary>Puts a file there, or takes it away, as somebody else would.</summary>
    public required Func<string, byte[]?, Task> WriteAsync { get; init; }
}
