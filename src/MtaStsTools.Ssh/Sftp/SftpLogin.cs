using System.Globalization;
using MtaStsTools.Publishing;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace MtaStsTools.Ssh.Sftp;

/// <summary>The way into a server: who it is known to be, and who logs in.</summary>
internal sealed class SftpLogin
{
    // As many kinds of keys as servers have.
    private const int MostHostKeys = 4;

    private readonly SftpPolicyHostOptions _options;
    private readonly HostKeyPin[] _pins;

    /// <exception cref="ArgumentException">The server, the account or a key of the server cannot be, or there is not exactly one way to log in.</exception>
    public SftpLogin(SftpPolicyHostOptions options)
    {
        if (Uri.CheckHostName(options.Server) == UriHostNameType.Unknown)
            throw new ArgumentException($"'{DisplayText.Sanitize(options.Server)}' is neither a host name nor an IP address.", nameof(options));
        if (options.Port is < 1 or > 65535)
            throw new ArgumentException($"{options.Port.ToString(CultureInfo.InvariantCulture)} is no port.", nameof(options));
        if (string.IsNullOrWhiteSpace(options.UserName) || options.UserName.Any(char.IsControl))
            throw new ArgumentException($"'{DisplayText.Sanitize(options.UserName)}' is no name of an account.", nameof(options));
        if (options.HostKeys.Count == 0)
            throw new ArgumentException("There is no key that the server is known by.", nameof(options));
        if (options.Timeout <= TimeSpan.Zero)
            throw new ArgumentException("The time limit is not positive.", nameof(options));
        var ways = new object?[] { options.Password, options.PrivateKeyPath, options.PrivateKey }.Count(way => way is not null);
        if (ways != 1)
            throw new ArgumentException($"There {(ways == 0 ? "is no" : "is more than one")} way to log in: a password, the file of a private key, or its text.", nameof(options));
        if (options.Passphrase is not null && options.Password is not null)
            throw new ArgumentException("A passphrase belongs to a private key, and a password is given.", nameof(options));
        (_options, _pins) = (options, [.. options.HostKeys.Select(HostKeyPin.Parse)]);
    }

    /// <summary>The account and the server, for people.</summary>
    public string Place
    {
        get
        {
            var server = Uri.CheckHostName(_options.Server) == UriHostNameType.IPv6 ? $"[{_options.Server}]" : _options.Server;
            return DisplayText.Sanitize($"{_options.UserName}@{server}{(_options.Port == 22 ? "" : ":" + _options.Port.ToString(CultureInfo.InvariantCulture))}", 200);
        }
    }

    /// <summary>A connection to a server with a key that it is known by, which is asked for each kind of key that it has.</summary>
    /// <exception cref="MtaStsTools.Publishing.Hosts.PolicyHostException">There is none.</exception>
    public async Task<SftpClient> ConnectAsync(SftpErrors errors, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var refused = new List<byte[]>();
        while (true)
        {
            using var key = _options.Password is null ? PrivateKeys.Read(_options, errors) : null;
            var client = new SftpClient(CreateConnection(key, timeout, refused)) { OperationTimeout = timeout };
            var isKnown = false;
            byte[]? seen = null;
            client.HostKeyReceived += (_, hostKey) =>
            {
                seen = hostKey.HostKey;
                hostKey.CanTrust = isKnown = Array.Exists(_pins, pin => pin.Matches(hostKey.HostKey));
            };
            try
            {
                await client.ConnectAsync(cancellationToken).ConfigureAwait(false);
                return client;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                client.Dispose();
                cancellationToken.ThrowIfCancellationRequested();
                if (isKnown || (seen is null && refused.Count == 0))
                    throw seen is null && exception is SshConnectionException { DisconnectReason: Renci.SshNet.Messages.Transport.DisconnectReason.KeyExchangeFailed } ? errors.NoHostKey(exception) : errors.From(exception, mayHaveChanged: false);
                if (seen is not null)
                    refused.Add(seen);
                if (seen is null || refused.Count == MostHostKeys)
                    throw errors.UnknownHostKey(refused);
            }
            catch
            {
                client.Dispose();
                throw;
            }
        }
    }

    private ConnectionInfo CreateConnection(PrivateKeyFile? key, TimeSpan timeout, List<byte[]> refused)
    {
        var connection = new ConnectionInfo(_options.Server, _options.Port, _options.UserName, key is null ? Password(_options.Password!) : [new PrivateKeyAuthenticationMethod(_options.UserName, key)]) { Timeout = timeout };
        var unwanted = refused.Select(HostKeyPin.TypeOf).ToList();
        foreach (var algorithm in connection.HostKeyAlgorithms.Keys.ToList())
        {
            // A certificate of a key is signed by an authority; what is known here is the key itself.
            if (algorithm.Contains("-cert-") || unwanted.Contains(KeyTypeOf(algorithm), StringComparer.Ordinal))
                connection.HostKeyAlgorithms.Remove(algorithm);
        }

        return connection;
    }

    private static string KeyTypeOf(string algorithm) => algorithm.StartsWith("rsa-sha2-", StringComparison.Ordinal) ? "ssh-rsa" : algorithm;

    // Many servers ask for the password in a dialogue alone.
    private AuthenticationMethod[] Password(ProviderSecret password)
    {
        var dialogue = new KeyboardInteractiveAuthenticationMethod(_options.UserName);
        dialogue.AuthenticationPrompt += (_, question) =>
        {
            foreach (var prompt in question.Prompts.Where(prompt => !prompt.IsEchoed))
                prompt.Response = password.Reveal();
        };
        return [new PasswordAuthenticationMethod(_options.UserName, password.Reveal()), dialogue];
    }
}
