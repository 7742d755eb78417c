using System.Diagnostics.CodeAnalysis;

namespace MtaStsTools;

/// <summary>One address of a host.</summary>
public sealed record AddressFact
{
    /// <summary>An address yet to be filled in.</summary>
    public AddressFact()
    {
    }

    /// <summary>The address and whether hosts outside can reach it.</summary>
    [SetsRequiredMembers]
    public AddressFact(string address, bool isGlobal)
    {
        Address = address;
        IsGlobal = isGlobal;
    }

    /// <summary>Its textual form, for instance <c>192.0.2.1</c>.</summary>
    public required string Address { get; init; }

    /// <summary>Whether hosts outside can reach it; false for private, loopback, link-local, multicast, documentation and other special-purpose ranges (RFC 6890).</summary>
    public required bool IsGlobal { get; init; }

    /// <summary>The address; safe to display.</summary>
    public override string ToString() => DisplayText.Sanitize(Address);
}
