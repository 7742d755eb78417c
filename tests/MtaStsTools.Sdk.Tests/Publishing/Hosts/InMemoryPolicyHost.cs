using System.Collections.Concurrent;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Sdk.Tests.Publishing.Hosts;

/// <summary>The smallest host that keeps the contract. What another host has to do is all here.</summary>
internal sealed class InMemoryPolicyHost : IPolicyHost
{
    private readonly Lock _lock = new();

    /// <summary>The files by domain.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.OrdinalIgnoreCase);

    public PolicyHostCapabilities Capabilities { get; init; } = new() { IsGuarded = true, IsAtomic = true };

    /// <summary>What happens before each change: somebody else's work, or a failure.</summary>
    public Action? BeforeChange { get; set; }

    /// <summary>What happens after each change: what senders are served, for instance.</summary>
    public Action<string, byte[]?>? Changed { get; set; }

    /// <summary>What happens before each reading: a failure.</summary>
    public Action? Reading { get; set; }

    public string Description => "memory";

    public string? GetTarget(string domain) => null;

    public Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Reading?.Invoke();
        return Task.FromResult(Stored(domain));
    }

    public Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BeforeChange?.Invoke();
        lock (_lock)
        {
            if (Capabilities.IsGuarded && !Stored(change.Domain).Holds(change.Expected.Body))
                throw new PolicyHostException(ProviderErrorKind.Conflict, $"{change.Domain}: the file has changed.", "Plan again.");
            if (change.Body is { } body)
                Files[change.Domain] = body.ToArray();
            else
                Files.TryRemove(change.Domain, out _);
        }

        Changed?.Invoke(change.Domain, change.Body?.ToArray());
        return Task.CompletedTask;
    }

    private StoredPolicy Stored(string domain) =>
        new() { Domain = domain, Location = $"memory of {domain}", Body = Files.TryGetValue(domain, out var body) ? body : default(ReadOnlyMemory<byte>?) };
}
