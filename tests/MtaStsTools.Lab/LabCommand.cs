using System.Diagnostics;
using System.Globalization;
using MtaStsTools.Lab.Scenarios;

namespace MtaStsTools.Lab;

/// <summary>The command line: <c>run</c> a child with a lab around it, <c>serve</c> one until told to stop, or <c>list</c> the scenarios.</summary>
internal static class LabCommand
{
    private const int BadUsage = 64;

    public static Task<int> RunAsync(string[] args) => args switch
    {
        ["run", var command, .. var rest] => RunChildAsync(command, rest),
        ["serve"] => ServeAsync(Timeout.InfiniteTimeSpan),
        ["serve", "--seconds", var seconds] when int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var n) =>
            ServeAsync(TimeSpan.FromSeconds(n)),
        ["list"] => ListAsync(),
        _ => ExplainAsync(),
    };

    private static async Task<int> RunChildAsync(string command, string[] args)
    {
        await using var lab = await MtaStsLab.StartAsync();
        var start = new ProcessStartInfo(command, args) { UseShellExecute = false };
        foreach (var (name, value) in Settings(lab))
            start.Environment[name] = value;
        using var child = Process.Start(start) ?? throw new InvalidOperationException($"'{command}' did not start.");
        await child.WaitForExitAsync();
        return child.ExitCode;
    }

    private static async Task<int> ServeAsync(TimeSpan limit)
    {
        await using var lab = await MtaStsLab.StartAsync();
        foreach (var (name, value) in Settings(lab))
            await Console.Out.WriteLineAsync($"{name}={value}");
        await Console.Out.FlushAsync();
        var closed = Task.Run(async () =>
        {
            while (await Console.In.ReadLineAsync() is not null)
            {
            }
        });
        await Task.WhenAny(closed, Task.Delay(limit));
        return 0;
    }

    private static async Task<int> ListAsync()
    {
        var scenarios = AllScenarios.List.OrderBy(s => s.Name, StringComparer.Ordinal).ToList();
        var width = scenarios.Max(s => s.Name.Length);
        foreach (var scenario in scenarios)
            await Console.Out.WriteLineAsync($"{scenario.Name.PadRight(width)}  {scenario.Description}");
        return 0;
    }

    private static async Task<int> ExplainAsync()
    {
        await Console.Error.WriteLineAsync(
            "Usage: run <command> [arguments]   run a command with a lab around it and its addresses in MTASTS_LAB_*\n" +
            "       serve [--seconds N]         print those settings and serve until standard input closes\n" +
            "       list                        print the scenarios");
        return BadUsage;
    }

    private static Dictionary<string, string> Settings(MtaStsLab lab) => new(StringComparer.Ordinal)
    {
        ["MTASTS_LAB_DNS"] = lab.DnsEndPoint.ToString(),
        ["MTASTS_LAB_HTTPS_PORT"] = lab.HttpsPort.ToString(CultureInfo.InvariantCulture),
        ["MTASTS_LAB_SMTP_PORT"] = lab.SmtpPort.ToString(CultureInfo.InvariantCulture),
        ["MTASTS_LAB_ROOT"] = lab.RootCertificatePath,
        ["MTASTS_LAB_KEY_NAME"] = lab.UpdateKey.Name,
        ["MTASTS_LAB_KEY_SECRET"] = lab.UpdateKey.SecretBase64,
    };
}
