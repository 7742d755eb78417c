namespace MtaStsTools.AspNetCore.Health;

/// <summary>How an application sees whether senders get the policies that it serves.</summary>
public sealed class MtaStsHealthCheckOptions
{
    /// <summary>How many domains one check fetches; the next goes on where this one stopped, after those that failed. From 1.</summary>
    public int DomainsPerCheck { get; set; } = 20;

    /// <summary>Time for one check; what was not fetched by then is not known.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);
}
