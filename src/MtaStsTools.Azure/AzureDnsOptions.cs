using Azure.Core;
using MtaStsTools.Publishing.Http;

namespace MtaStsTools.Azure;

/// <summary>Who asks at Azure DNS, and where the zone may be.</summary>
public sealed record AzureDnsOptions
{
    /// <summary>Who asks: <see cref="AzureCredentialOptions.CreateCredential"/> makes it of what users have.</summary>
    public required TokenCredential Credential { get; init; }

    /// <summary>The id of the subscription that has the zone; null for all that who asks may see.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>The resource group that has the zone; null for all. With <see cref="SubscriptionId"/>.</summary>
    public string? ResourceGroup { get; init; }

    /// <summary>Where Azure Resource Manager is: another place for the clouds of governments and of China.</summary>
    public Uri Endpoint { get; init; } = new("https://management.azure.com");

    /// <summary>Time limits, repetitions and the clock.</summary>
    public HttpApiOptions Http { get; init; } = new();
}
