namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>A change cannot be worked into a zone file. Never leaves the provider.</summary>
internal sealed class ZoneEditException(string reason) : Exception(reason);
