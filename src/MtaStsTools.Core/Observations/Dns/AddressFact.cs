namespace MtaStsTools;

/// <summary>One address of a host.</summary>
/// <param name="Address">Its textual form, for instance <c>192.0.2.1</c>.</param>
/// <param name="IsGlobal">Whether hosts outside can reach it; false for private, loopback, link-local, multicast, documentation and other special-purpose ranges (RFC 6890).</param>
public sealed record AddressFact(string Address, bool IsGlobal);
