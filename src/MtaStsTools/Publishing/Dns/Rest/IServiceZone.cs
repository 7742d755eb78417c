namespace MtaStsTools.Publishing.Dns.Rest;

/// <summary>A zone as a service knows it, with what its API wants to be told of it.</summary>
internal interface IServiceZone
{
    /// <summary>Its name, without the final dot.</summary>
    string Name { get; }
}
