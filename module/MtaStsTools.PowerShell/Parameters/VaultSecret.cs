using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Security;

namespace MtaStsTools.PowerShell.Parameters;

/// <summary>A secret that Get-Secret of Microsoft.PowerShell.SecretManagement gives; the module is loaded by its first use, as any other.</summary>
internal static class VaultSecret
{
    private const string ModuleName = "Microsoft.PowerShell.SecretManagement";

    // Qualified: another module's Get-Secret is not asked.
    private const string Script = $@"param($Name) {ModuleName}\Get-Secret -Name $Name -ErrorAction Stop";

    /// <exception cref="ArgumentTransformationMetadataException">The module is not there, or does not give a secret of this name.</exception>
    public static SecureString Read(EngineIntrinsics engine, string name)
    {
        var shown = DisplayText.Sanitize(name);
        return Ask(engine, name, shown) switch
        {
            SecureString { Length: > 0 } secret => secret,
            PSCredential { Password.Length: > 0 } credential => credential.Password,
            string { Length: > 0 } text => SecretText.Protect(text),
            null or SecureString or PSCredential or string => throw Failed($"The secret '{shown}' is empty or does not exist. Look at the names that Get-SecretInfo shows."),
            { } other => throw Failed($"The secret '{shown}' is of the type {other.GetType().Name}, and a text or a password is needed. Keep it as a SecureString with Set-Secret."),
        };
    }

    private static object? Ask(EngineIntrinsics engine, string name, string shown)
    {
        var found = Invoke(engine, name, shown);
        return found.Count switch
        {
            0 => null,
            1 => found[0]?.BaseObject,
            var count => throw Failed($"The secret '{shown}' comes as {count} objects, and one text or password is needed. Keep it as a SecureString with Set-Secret, or give that of one vault: (Get-Secret -Name … -Vault …)."),
        };
    }

    private static Collection<PSObject> Invoke(EngineIntrinsics engine, string name, string shown)
    {
        try
        {
            return engine.InvokeCommand.InvokeScript(true, ScriptBlock.Create(Script), null, name);
        }
        catch (CommandNotFoundException)
        {
            throw Failed($"The secret '{shown}' cannot be read, since the module {ModuleName} is not installed. Install it with a vault, or give the secret in another way: a SecureString, a PSCredential or 'env:NAME'.");
        }
        catch (RuntimeException exception)
        {
            throw Failed($"The secret '{shown}' cannot be read: {DisplayText.Sanitize(exception.Message)} Look at the names that Get-SecretInfo shows, and unlock the vault where it has a password.");
        }
    }

    // No cause: it may hold what a vault was asked with.
    private static ArgumentTransformationMetadataException Failed(string message) => new(message);
}
