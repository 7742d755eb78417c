using System.Collections;
using System.Management.Automation;
using System.Security;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>Takes what was given to a plugin out of what it says.</summary>
internal static class PoshAcmeSecrets
{
    // A shorter argument is a word that may stand in any sentence, and no secret worth the name.
    private const int LeastLength = 6;

    public static string Hide(string text, Hashtable arguments)
    {
        foreach (var secret in arguments.Values.Cast<object?>().Select(Reveal).OfType<string>().Where(secret => secret.Length >= LeastLength).OrderByDescending(secret => secret.Length))
            text = text.Replace(secret, "…").Replace(Uri.EscapeDataString(secret), "…");
        return text;
    }

    private static string? Reveal(object? value) => (value is PSObject wrapper ? wrapper.BaseObject : value) switch
    {
        SecureString secret => secret.Reveal(),
        PSCredential credential => credential.Password.Reveal(),
        string text => text,
        _ => null,
    };
}
