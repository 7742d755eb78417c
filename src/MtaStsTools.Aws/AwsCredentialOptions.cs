using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace MtaStsTools.Aws;

/// <summary>
/// Who asks at Amazon Web Services: keys, a profile, or what the machine offers, and perhaps a role that is taken on with it. Not a record, so that nothing
/// prints what is in it.
/// </summary>
public sealed class AwsCredentialOptions
{
    private const string SessionName = "MtaStsTools";

    /// <summary>The id of an access key; with <see cref="SecretAccessKey"/>.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>The secret of the access key.</summary>
    public string? SecretAccessKey { get; init; }

    /// <summary>The token that belongs to temporary keys.</summary>
    public string? SessionToken { get; init; }

    /// <summary>The name of a profile in the files that the AWS tools share (<c>~/.aws/config</c>, <c>~/.aws/credentials</c>).</summary>
    public string? ProfileName { get; init; }

    /// <summary>The file of profiles; null for the usual ones.</summary>
    public string? ProfilesLocation { get; init; }

    /// <summary>The ARN of a role to take on: <c>arn:aws:iam::123456789012:role/dns</c>.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The external id that the role demands; null for none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>
    /// The credentials. Without keys and profile they are those of the usual chain: environment variables (<c>AWS_ACCESS_KEY_ID</c>, <c>AWS_PROFILE</c>),
    /// the default profile, the container's or the machine's role. They are looked for when they are first needed.
    /// </summary>
    /// <exception cref="InvalidOperationException">What is given does not go together, or there is no such profile.</exception>
    public AWSCredentials CreateCredentials()
    {
        var source = CreateSource();
        if (ExternalId is not null && RoleArn is null)
            throw new InvalidOperationException("An external id belongs to a role; name the role.");
        return RoleArn is null
            ? source
            : new AssumeRoleAWSCredentials(source, RoleArn, SessionName, new AssumeRoleAWSCredentialsOptions { ExternalId = ExternalId });
    }

    private AWSCredentials CreateSource()
    {
        if ((AccessKeyId is null) != (SecretAccessKey is null))
            throw new InvalidOperationException("An access key has an id and a secret; give both.");
        if (AccessKeyId is not null && ProfileName is not null)
            throw new InvalidOperationException("Give an access key or a profile, not both.");
        if (SessionToken is not null && AccessKeyId is null)
            throw new InvalidOperationException("A session token belongs to an access key; give the key too.");
        if (AccessKeyId is not null)
            return SessionToken is null ? new BasicAWSCredentials(AccessKeyId, SecretAccessKey) : new SessionAWSCredentials(AccessKeyId, SecretAccessKey, SessionToken);
        return ProfileName is null ? new ChainCredentials() : FromProfile(ProfileName);
    }

    private AWSCredentials FromProfile(string name) => new CredentialProfileStoreChain(ProfilesLocation).TryGetAWSCredentials(name, out var credentials)
        ? credentials
        : throw new InvalidOperationException($"There is no profile '{DisplayText.Sanitize(name)}' with credentials.");

    /// <summary>What the usual chain finds, looked for when it is needed and not before.</summary>
    private sealed class ChainCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => DefaultAWSCredentialsIdentityResolver.GetCredentials().GetCredentials();

        public override async Task<ImmutableCredentials> GetCredentialsAsync()
        {
            var found = await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync().ConfigureAwait(false);
            return await found.GetCredentialsAsync().ConfigureAwait(false);
        }
    }
}
