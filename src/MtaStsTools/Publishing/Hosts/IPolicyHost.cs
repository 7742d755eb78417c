namespace MtaStsTools.Publishing.Hosts;

/// <summary>
/// A place where policy files are kept: a folder of a web server, a bucket, a repository, a worker, a script. It stores a file so that senders are served it
/// at <c>https://mta-sts.</c> the domain <c>/.well-known/mta-sts.txt</c> (RFC 8461 §3.3), keeps what it does not know, and prints nothing. Whether senders
/// are served it is not its word to give: that is looked at from outside.
/// </summary>
/// <remarks>
/// Each method may be called at any time, and several times with the same arguments. What goes wrong is a <see cref="PolicyHostException"/>; anything else
/// that is thrown counts as one that the host could not explain.
/// </remarks>
public interface IPolicyHost
{
    /// <summary>What it is and where, for people: <c>folder /var/www/mta-sts</c>. Never holds a secret.</summary>
    string Description { get; }

    /// <summary>What it can promise.</summary>
    PolicyHostCapabilities Capabilities { get; }

    /// <summary>
    /// What the name <c>mta-sts.</c> and <paramref name="domain"/> has to be in DNS so that senders come to this host: a name for a CNAME record; null where
    /// only the user can know.
    /// </summary>
    string? GetTarget(string domain);

    /// <summary>The policy file of <paramref name="domain"/> as it is stored; without a body where there is none.</summary>
    /// <exception cref="PolicyHostException">The host cannot be asked, or does not have the place that is meant.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken);

    /// <summary>
    /// Makes <paramref name="change"/>. A host that <see cref="PolicyHostCapabilities.IsGuarded"/> refuses where what is stored is no longer
    /// <see cref="PolicyFileChange.Expected"/>.
    /// </summary>
    /// <exception cref="PolicyHostException">
    /// Nothing was changed, unless <see cref="ProviderException.MayHaveChanged"/> says that this is not known; <see cref="ProviderErrorKind.Conflict"/> where
    /// what is stored is no longer what is expected.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the change may have been made.</exception>
    Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken);
}
