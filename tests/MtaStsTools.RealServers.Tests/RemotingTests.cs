using System.Globalization;
using MtaStsTools.Lab;
using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>What came from another machine, over PowerShell's remoting through OpenSSH, looks and answers as it does there.</summary>
public sealed class RemotingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_from_another_machine_looks_and_answers_as_it_does_there()
    {
        await using var sshd = await Sshd.StartAsync(Stop);
        await using var lab = await MtaStsLab.StartAsync(Stop);

        var output = await ServerProcess.RunAsync(
            Installed.Program("dotnet", "dotnet-sdk-10.0"),
            [
                "pwsh", "-NoProfile", "-NonInteractive", "-File", Path.Combine(Repository.Root, "tests", "MtaStsTools.RealServers.Tests", "Remoting.ps1"),
                "-Port", Text(sshd.EndPoint.Port),
                "-KeyPath", sshd.KeyPath,
                "-Manifest", Path.Combine(Repository.Root, "artifacts", "module", "MtaStsTools", "MtaStsTools.psd1"),
                "-DnsServer", lab.DnsEndPoint.ToString(),
                "-HttpsPort", Text(lab.HttpsPort),
                "-SmtpPort", Text(lab.SmtpPort),
                "-Root", lab.RootCertificatePath,
            ],
            Stop,
            TimeSpan.FromMinutes(3),
            Repository.Root);

        string[] expected =
        [
            "type: Deserialized.MtaStsTools.DomainReport",
            "report: the same",
            "exchangers: the same",
            "findings: the same",
            "observation: the same",
            "policy: the same",
            "properties: the same",
            "assessed again here: Fail MTASTS6001",
            "csv: the same",
        ];
        Assert.All(expected, line => Assert.True(output.Contains(line, StringComparison.Ordinal), $"'{line}' is not in:\n{output}"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
