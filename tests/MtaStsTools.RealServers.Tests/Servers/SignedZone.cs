namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>A zone signed by BIND's own tools with fresh ECDSA P-256 keys.</summary>
/// <param name="Zone">The zone that was signed.</param>
/// <param name="MasterFile">Its signed master file.</param>
/// <param name="TrustAnchor">The <c>static-key</c> entry by which a resolver trusts it.</param>
internal sealed record SignedZone(Zone Zone, string MasterFile, string TrustAnchor)
{
    private const string Package = "bind9-utils";

    public static async Task<SignedZone> SignAsync(Zone zone, CancellationToken cancellationToken)
    {
        var keygen = Installed.Program("dnssec-keygen", Package);
        var signzone = Installed.Program("dnssec-signzone", Package);
        using var folder = new ServerFolder();
        var keyName = await GenerateAsync(["-f", "KSK"]);
        await GenerateAsync([]);
        var unsigned = folder.Write("zone", zone.MasterFile);
        // It leaves files of its own where it runs.
        await ServerProcess.RunAsync(
            signzone, ["-S", "-K", folder.Path, "-o", zone.Name, "-f", folder["signed"], unsigned], cancellationToken, folder: folder.Path);
        return new SignedZone(
            zone,
            await File.ReadAllTextAsync(folder["signed"], cancellationToken),
            Anchor(await File.ReadAllLinesAsync(folder[$"{keyName}.key"], cancellationToken)));

        async Task<string> GenerateAsync(string[] flags)
        {
            var output = await ServerProcess.RunAsync(
                keygen, ["-q", "-a", "ECDSAP256SHA256", "-K", folder.Path, .. flags, zone.Name], cancellationToken);
            return output.Trim();
        }
    }

    // "zone. IN DNSKEY 257 3 13 base64": the fields after the type are those of static-key.
    private static string Anchor(IEnumerable<string> keyFile)
    {
        var fields = keyFile.Single(line => !line.StartsWith(';')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var type = Array.IndexOf(fields, "DNSKEY");
        return $"{fields[0]} static-key {fields[type + 1]} {fields[type + 2]} {fields[type + 3]} \"{string.Concat(fields[(type + 4)..])}\";";
    }
}
