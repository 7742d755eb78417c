using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Publishing.Applying;

/// <summary>A provider each of whose failures is a <see cref="DnsProviderException"/>, whatever the one behind it throws.</summary>
internal sealed class ExplainedProvider(IDnsRecordProvider provider) : IDnsRecordProvider
{
    public string Description => provider.Description;

    public DnsProviderCapabilities Capabilities => provider.Capabilities;

    public Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken) =>
        ExplainAsync(recordName, () => provider.FindZoneAsync(recordName, cancellationToken), cancellationToken);

    public Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken) =>
        ExplainAsync(recordName, () => provider.ReadTxtAsync(zone, recordName, cancellationToken), cancellationToken);

    public Task ApplyAsync(RecordChange change, CancellationToken cancellationToken) => ExplainAsync(
        change.RecordName,
        async () =>
        {
            await provider.ApplyAsync(change, cancellationToken).ConfigureAwait(false);
            return true;
        },
        cancellationToken,
        isChange: true);

    public Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken) =>
        ExplainAsync(zone, () => provider.GetNameServersAsync(zone, cancellationToken), cancellationToken);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a provider throws, a change may have been made, and the caller must hear so.")]
    private async Task<T> ExplainAsync<T>(string subject, Func<Task<T>> call, CancellationToken cancellationToken, bool isChange = false)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not DnsProviderException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new DnsProviderException(
                ProviderErrorKind.Unavailable,
                $"{subject}: {provider.Description} failed in a way that it does not explain: {DisplayText.Sanitize(exception.Message)}{(isChange ? " Whether the change was made is not known." : "")}",
                isChange ? "Look at the record before trying again." : "Try again, and tell whoever made the provider if it stays so.",
                exception)
            {
                MayHaveChanged = isChange,
            };
        }
    }
}
