using System.Text;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace MtaStsTools.Ssh.Sftp;

/// <summary>Reads private keys.</summary>
internal static class PrivateKeys
{
    /// <exception cref="MtaStsTools.Publishing.Hosts.PolicyHostException">There is no such file, it is no key, or the passphrase does not open it.</exception>
    public static PrivateKeyFile Read(SftpPolicyHostOptions options, SftpErrors errors)
    {
        var name = options.PrivateKeyPath is { } path ? $"the private key {DisplayText.Sanitize(path, 400)}" : "the private key";
        try
        {
            using var stream = options.PrivateKeyPath is { } file
                ? (Stream)new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
                : new MemoryStream(Encoding.UTF8.GetBytes(options.PrivateKey!.Reveal().Trim() + "\n"));
            return options.Passphrase is { } passphrase ? new PrivateKeyFile(stream, passphrase.Reveal()) : new PrivateKeyFile(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException && options.PrivateKeyPath is not null && exception is not EndOfStreamException)
        {
            throw errors.NoPrivateKey($"{name} cannot be read: {DisplayText.Sanitize(exception.Message, 400).TrimEnd('.')}", "Check the path and the permissions of the file.");
        }
        catch (SshPassPhraseNullOrEmptyException)
        {
            throw errors.NoPrivateKey($"{name} is encrypted, and no passphrase is given", "Give its passphrase.");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The library names no set of exceptions for it, and its words may quote what was in the file.
            throw options.Passphrase is null
                ? errors.NoPrivateKey($"{name} is none that can be read", "Give a private key of OpenSSH, PKCS#8, PKCS#1 or PuTTY.")
                : errors.NoPrivateKey($"{name} cannot be read, or its passphrase is another", "Check the passphrase, and that the file is a private key.");
        }
    }
}
