using System.Management.Automation;
using System.Security;

namespace MtaStsTools.PowerShell.Parameters;

/// <summary>
/// Takes a secret as a <see cref="SecureString"/>, as the password of a <see cref="PSCredential"/>, or as the place where it is kept: <c>env:NAME</c> (an
/// environment variable) or <c>secret:NAME</c> (a vault of Microsoft.PowerShell.SecretManagement). The secret itself as text is refused, since it would stay in
/// the history, in scripts and in transcripts. No message of this class quotes what it was given.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    private const string EnvironmentPrefix = "env:";
    private const string VaultPrefix = "secret:";
    private const string HowTo =
        "Give a SecureString (Read-Host -AsSecureString), a PSCredential, 'env:NAME' for an environment variable, or 'secret:NAME' for a secret of Microsoft.PowerShell.SecretManagement.";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapper ? wrapper.BaseObject : inputData) switch
        {
            // That an optional secret is not given is said by the command, which knows what is missing.
            null => null!,
            SecureString secret => secret,
            PSCredential credential => credential.Password,
            string text when After(EnvironmentPrefix, text) is { } name => FromEnvironment(name),
            string text when After(VaultPrefix, text) is { } name => VaultSecret.Read(engineIntrinsics, name),
            string => throw new ArgumentTransformationMetadataException(
                $"A secret is not taken as plain text, which would stay in the history, in scripts and in transcripts. {HowTo}"),
            { } other => throw new ArgumentTransformationMetadataException($"An object of the type {other.GetType().Name} is not a secret. {HowTo}"),
        };

    private static string? After(string prefix, string text) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(text.Substring(prefix.Length)) ? text.Substring(prefix.Length) : null;

    private static SecureString FromEnvironment(string name)
    {
        // An equals sign cannot be in a name, and is in the habit of those who write NAME=value: the rest may be the secret itself.
        if (name.Contains('=') || Environment.GetEnvironmentVariable(name) is not { Length: > 0 } value)
        {
            throw new ArgumentTransformationMetadataException(
                $"There is no environment variable '{DisplayText.Sanitize(name.Split('=')[0])}', or it is empty. Set it in the environment of this process, and give its name behind 'env:'.");
        }

        return SecretText.Protect(value);
    }
}
