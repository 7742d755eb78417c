using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MtaStsTools.Lab.Scenarios;

namespace MtaStsTools.Lab;

/// <summary>The command line: <c>run</c> a child with a lab around it, <c>serve</c> one until told to stop, or <c>list</c> the scenarios.</summary>
public static class LabCommand
{
    private const int BadUsage = 64;
    private const int CannotStart = 127;

    internal static Task<int> RunAsync(string[] args) => args switch
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
        Process child;
        try
        {
            child = Process.Start(start) ?? throw new InvalidOperationException($"'{command}' did not start.");
        }
        catch (Win32Exception e)
        {
            await Console.Error.WriteLineAsync($"The lab cannot start '{command}': {e.Message}.");
            return CannotStart;
        }

        using (child)
        using (PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true))
        using (PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(child, signal)))
        {
            await child.WaitForExitAsync();
            return child.ExitCode;
        }
    }

    /// <summary>A terminal's Ctrl+C reaches the child by itself; a request to end must be passed on. Either way the lab goes last.</summary>
    private static void Stop(Process child, PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (!child.HasExited)
            child.Kill(entireProcessTree: true);
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
        var told = new TaskCompletionSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        await Task.WhenAny(closed, told.Task, Task.Delay(limit));
        return 0;

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            told.TrySetResult();
        }
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

    /// <summary>The environment in which a child of <c>run</c> finds the lab.</summary>
    public static IReadOnlyDictionary<string, string> Settings(MtaStsLab lab) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["MTASTS_LAB_DNS"] = lab.DnsEndPoint.ToString(),
        ["MTASTS_LAB_HTTPS_PORT"] = lab.HttpsPort.ToString(CultureInfo.InvariantCulture),
        ["MTASTS_LAB_SMTP_PORT"] = lab.SmtpPort.ToString(CultureInfo.InvariantCulture),
        ["MTASTS_LAB_ROOT"] = lab.RootCertificatePath,
        ["MTASTS_LAB_WEB"] = lab.WebFolder,
        ["MTASTS_LAB_KEY_NAME"] = lab.UpdateKey.Name,
        ["MTASTS_LAB_KEY_SECRET"] = lab.UpdateKey.SecretBase64,
    };
}
