using System.Runtime.InteropServices;
using System.Security;

namespace MtaStsTools.PowerShell.Parameters;

/// <summary>A secret between the form in which a command takes it and the one that a service wants.</summary>
internal static class SecretText
{
    /// <summary>The secret as text, for the moment in which it is handed on.</summary>
    public static string Reveal(this SecureString secret)
    {
        var memory = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            return Marshal.PtrToStringUni(memory, secret.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(memory);
        }
    }

    /// <summary>Text as a secret that cannot be changed any more.</summary>
    public static SecureString Protect(string text)
    {
        var secret = new SecureString();
        foreach (var character in text)
            secret.AppendChar(character);
        secret.MakeReadOnly();
        return secret;
    }
}
