using MtaStsTools.Publishing.Dns.Rest;

namespace MtaStsTools.Publishing.Dns.Infoblox;

/// <summary>An authoritative zone of a view.</summary>
/// <param name="Name">Its name, without the final dot.</param>
internal sealed record InfobloxZone(string Name) : IServiceZone;
