using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Hosting;

/// <summary>What the configurations of web servers have in common.</summary>
internal static class ServerText
{
    public const string MediaType = "text/plain; charset=utf-8";

    public static string Root(this HostingOptions options, HostedPolicy policy) => $"{options.Root.TrimEnd('/')}/{policy.Host}";

    public static string? CertificateOf(this HostingOptions options, HostedPolicy policy) =>
        options.Certificate is { } path ? PathTemplate.Fill(path, policy.Domain.Ascii) : null;

    public static string? KeyOf(this HostingOptions options, HostedPolicy policy) =>
        options.CertificateKey is { } path ? PathTemplate.Fill(path, policy.Domain.Ascii) : null;

    /// <summary>An address and port to listen on, with brackets where it is one of IPv6.</summary>
    public static string Socket(string address, int port) => address.Contains(':') ? $"[{address}]:{port}" : $"{address}:{port}";

    /// <summary>Lines with LF, whatever the sources were checked out with.</summary>
    public static string Lines(this string text) => text.Replace("\r\n", "\n").TrimEnd('\n') + "\n";
}
