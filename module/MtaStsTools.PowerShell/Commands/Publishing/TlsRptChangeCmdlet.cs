using System.Security.Cryptography.X509Certificates;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>A change of the record at <c>_smtp._tls.</c> and a domain.</summary>
public abstract class TlsRptChangeCmdlet : ProviderCmdlet
{
    // What only concerns the policy host is no parameter here: without the attribute the engine does not see it.
    /// <inheritdoc/>
    public sealed override X509Certificate2[] TrustedRoot { get; set; } = [];

    /// <inheritdoc/>
    public sealed override int HttpsPort { get; set; } = 443;

    /// <summary>Works out what to change.</summary>
    private protected abstract Task<ChangePlan> PlanAsync(string domain, MtaStsRecordPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken);

    private protected sealed override async Task ChangeAsync(
        string domain, IDnsRecordProvider provider, MtaStsRecordPublisherOptions options, IProgress<PublishProgress> progress, CancellationToken cancellationToken)
    {
        var publisher = new MtaStsRecordPublisher(provider, options);
        var plan = await PlanAsync(domain, publisher, progress, cancellationToken).ConfigureAwait(false);
        await ApplyAsync(domain, plan, agreed => publisher.ApplyAsync(agreed, progress, cancellationToken)).ConfigureAwait(false);
    }
}
