using MtaStsTools.Dns.Tsig;

namespace MtaStsTools.Publishing.Dns;

/// <summary>Where and how to send dynamic updates.</summary>
public sealed record DynamicUpdateOptions
{
    /// <summary>The primary server of the zone: a host name or an IP address.</summary>
    public required string Server { get; init; }

    /// <summary>The TCP port.</summary>
    public int Port { get; init; } = 53;

    /// <summary>The key that signs every request, reading included, so that a server with views shows the one that is changed. Null: unsigned.</summary>
    /// <remarks>The caller owns the key and disposes it.</remarks>
    public TsigKey? Key { get; init; }

    /// <summary>The zone that must hold the record name; null: the deepest that the server has.</summary>
    public string? Zone { get; init; }

    /// <summary>How long one request may take, connecting included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The clock of the signatures.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
