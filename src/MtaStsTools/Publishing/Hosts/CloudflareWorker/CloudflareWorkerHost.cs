using System.Text;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Publishing.Applying;
using MtaStsTools.Publishing.Hosts.CloudflareWorker;

namespace MtaStsTools.Publishing.Hosts;

/// <summary>
/// Serves policies from a Cloudflare worker: one script has the policies of all its domains, and each policy host is a custom domain of the worker, whose
/// record and certificate Cloudflare makes. A script that is none of ours is left alone. The API takes a script whatever it has become, so it is read right
/// before and once more after a change.
/// </summary>
public sealed class CloudflareWorkerHost : IPolicyHost
{
    private const int OthersMayBeSlower = 4;

    // Workers are at every place of Cloudflare's within a minute.
    private static readonly TimeSpan Spreading = TimeSpan.FromMinutes(1);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly CloudflareWorkerHostOptions _options;
    private readonly WorkerApi _api;

    /// <summary>A host for one worker.</summary>
    /// <exception cref="ArgumentException">The account or the worker's name cannot be, the endpoint is not acceptable, or the token cannot be one.</exception>
    public CloudflareWorkerHost(CloudflareWorkerHostOptions options)
    {
        if (options.AccountId.Length != 32 || !options.AccountId.All(character => character is (>= '0' and <= '9') or (>= 'a' and <= 'f')))
            throw new ArgumentException($"'{DisplayText.Sanitize(options.AccountId)}' is not the id of an account: 32 hexadecimal digits.", nameof(options));
        if (options.ScriptName.Length is 0 or > 63 || !options.ScriptName.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_'))
            throw new ArgumentException($"'{DisplayText.Sanitize(options.ScriptName)}' is not the name of a worker: up to 63 of a-z, 0-9, - and _.", nameof(options));
        (_options, _api) = (options, new WorkerApi(options));
    }

    /// <inheritdoc/>
    public string Description => $"Cloudflare worker {_options.ScriptName}";

    /// <inheritdoc/>
    public PolicyHostCapabilities Capabilities { get; } = new() { IsAtomic = true, KeepsPrevious = true, Propagation = Spreading };

    /// <inheritdoc/>
    /// <remarks>Always null: Cloudflare makes the record itself.</remarks>
    public string? GetTarget(string domain) => null;

    /// <inheritdoc/>
    public async Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken) =>
        ToStored(domain, await ReadAllAsync(domain, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (change.IsEmpty)
            return;
        var host = PolicyHost(change.Domain);
        var text = change.Body is { } body ? ToText(change.Domain, body) : null;
        var started = _options.Api.TimeProvider.GetTimestamp();
        var before = await ReadAllAsync(change.Domain, cancellationToken).ConfigureAwait(false);
        Demand(change, before);
        var after = before.Where(policy => !string.Equals(policy.Key, host, StringComparison.OrdinalIgnoreCase)).ToDictionary(policy => policy.Key, policy => policy.Value, StringComparer.OrdinalIgnoreCase);
        if (text is not null)
            after[host] = text;
        await _api.WriteAsync(change.Domain, WorkerScript.Create(after), cancellationToken).ConfigureAwait(false);
        await SettleAsync(change.Domain, after, _options.Api.TimeProvider.GetElapsedTime(started), cancellationToken).ConfigureAwait(false);
        if (text is not null)
            await AttachAsync(change.Domain, host, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    private static string PolicyHost(string domain) => "mta-sts." + domain.ToLowerInvariant();

    private StoredPolicy ToStored(string domain, IReadOnlyDictionary<string, string> policies) => new()
    {
        Domain = domain,
        Location = $"the worker {_options.ScriptName}, for {PolicyHost(domain)}",
        Body = policies.TryGetValue(PolicyHost(domain), out var policy) ? Encoding.UTF8.GetBytes(policy) : default(ReadOnlyMemory<byte>?),
    };

    private async Task<IReadOnlyDictionary<string, string>> ReadAllAsync(string domain, CancellationToken cancellationToken)
    {
        if (await _api.ReadAsync(domain, cancellationToken).ConfigureAwait(false) is not { } script)
            return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return WorkerScript.TryRead(script) ?? throw _api.Client.Errors.Create(
            domain, ProviderErrorKind.InvalidRequest, $"has another script under the name {_options.ScriptName}, or one that was changed by hand.", "Choose another name for the worker.");
    }

    private string ToText(string domain, ReadOnlyMemory<byte> body)
    {
        try
        {
            return Strict.GetString(body.ToArray());
        }
        catch (DecoderFallbackException)
        {
            throw _api.Client.Errors.Create(domain, ProviderErrorKind.InvalidRequest, "was given a policy that is not UTF-8, which a script cannot hold.", "Write the policy in ASCII.");
        }
    }

    private void Demand(PolicyFileChange change, IReadOnlyDictionary<string, string> now)
    {
        if (!change.Expected.Holds(ToStored(change.Domain, now).Body))
        {
            throw _api.Client.Errors.Create(
                change.Domain, ProviderErrorKind.Conflict, "has another policy than when the change was planned; nothing was changed.", "Somebody else changed it at the same time: look at it, then plan again.");
        }
    }

    /// <summary>Whoever wrote last has won; who reads another script than was written after a while has lost.</summary>
    private async Task SettleAsync(string domain, Dictionary<string, string> written, TimeSpan took, CancellationToken cancellationToken)
    {
        await _options.Api.TimeProvider.PauseAsync(TimeSpan.FromTicks(Math.Max(_options.SettlingTime.Ticks, took.Ticks * OthersMayBeSlower)), cancellationToken).ConfigureAwait(false);
        var now = await ReadAllAsync(domain, cancellationToken).ConfigureAwait(false);
        if (now.Count != written.Count || !written.All(policy => now.TryGetValue(policy.Key, out var text) && text == policy.Value))
        {
            throw _api.Client.Errors.Create(
                domain, ProviderErrorKind.Conflict, "has other policies than were just written: somebody else changed them in the same moment.", "Look at what the worker serves, then plan again.", mayHaveChanged: true);
        }
    }

    private async Task AttachAsync(string domain, string host, CancellationToken cancellationToken)
    {
        switch (await _api.FindWorkerOfAsync(domain, host, cancellationToken).ConfigureAwait(false))
        {
            case { } worker when worker == _options.ScriptName:
                return;
            case { } worker:
                throw _api.Client.Errors.Create(
                    domain, ProviderErrorKind.InvalidRequest, $"has given {host} to another worker, {DisplayText.Sanitize(worker)}. The policy is stored, and not served.", "Take the domain from that worker, or name it.", mayHaveChanged: true);
        }

        for (var name = WireName.FromText(domain); !name.IsRoot; name = name.Parent)
        {
            if (await _api.FindZoneAsync(domain, name.ToString().ToLowerInvariant(), cancellationToken).ConfigureAwait(false) is { } zone)
            {
                await _api.AttachAsync(domain, host, zone, cancellationToken).ConfigureAwait(false);
                return;
            }
        }

        throw _api.Client.Errors.Create(
            domain, ProviderErrorKind.NotFound, $"has no zone that {host} is in, so the worker cannot have that name. The policy is stored, and not served.", "Serve the policies of domains whose DNS is elsewhere from another host.", mayHaveChanged: true);
    }
}
