using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Applying;

/// <summary>A policy host each of whose failures is a <see cref="PolicyHostException"/>, whatever the one behind it throws.</summary>
internal sealed class ExplainedHost(IPolicyHost host) : IPolicyHost
{
    public string Description => host.Description;

    public PolicyHostCapabilities Capabilities => host.Capabilities;

    public string? GetTarget(string domain) => host.GetTarget(domain);

    public Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken) =>
        ExplainAsync(domain, () => host.ReadAsync(domain, cancellationToken), cancellationToken);

    public Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken) => ExplainAsync(
        change.Domain,
        async () =>
        {
            await host.ApplyAsync(change, cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken,
        isChange: true);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a host throws, a change may have been made, and the caller must hear so.")]
    private async Task<T> ExplainAsync<T>(string domain, Func<Task<T>> call, CancellationToken cancellationToken, bool isChange = false)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not PolicyHostException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new PolicyHostException(
                ProviderErrorKind.Unavailable,
                $"{domain}: {host.Description} failed in a way that it does not explain: {DisplayText.Sanitize(exception.Message)}{(isChange ? " Whether the policy file was changed is not known." : "")}",
                isChange ? "Look at the policy file before trying again." : "Try again, and tell whoever made the policy host if it stays so.",
                exception)
            {
                MayHaveChanged = isChange,
            };
        }
    }
}
