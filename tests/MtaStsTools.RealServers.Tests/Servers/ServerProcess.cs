using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>A server in the foreground whose output is kept; disposing ends that process and no other.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private const int Sigterm = 15;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(30);

    private readonly Process _process;
    private readonly string[]? _stopCommand;
    private readonly StringBuilder _output = new();

    private ServerProcess(Process process, string[]? stopCommand)
    {
        _process = process;
        _stopCommand = stopCommand;
        process.OutputDataReceived += (_, e) => Keep(e.Data);
        process.ErrorDataReceived += (_, e) => Keep(e.Data);
    }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <param name="program">The server.</param>
    /// <param name="arguments">Its arguments; it must stay in the foreground.</param>
    /// <param name="stopCommand">What ends a server whose wrapper script passes no signals on; else it gets SIGTERM.</param>
    /// <param name="folder">The working directory; null: that of the tests.</param>
    public static ServerProcess Start(string program, IEnumerable<string> arguments, string[]? stopCommand = null, string? folder = null)
    {
        var process = new Process { StartInfo = Redirected(program, arguments, folder) };
        var server = new ServerProcess(process, stopCommand);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Runs a tool to its end, and returns its output; throws with that output when it fails.</summary>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellationToken, TimeSpan? limit = null, string? folder = null)
    {
        await using var tool = Start(program, arguments, folder: folder);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(limit ?? StartLimit);
        try
        {
            await tool._process.WaitForExitAsync(bounded.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{program} did not end in time. It said:\n{tool.Output}", e);
        }

        return tool._process.ExitCode == 0
            ? tool.Output
            : throw new InvalidOperationException($"{program} ended with {tool._process.ExitCode}. It said:\n{tool.Output}");
    }

    /// <summary>Polls until the server is that far; throws with its output when it ends or takes too long.</summary>
    public async Task UntilAsync(Func<CancellationToken, Task<bool>> condition, CancellationToken cancellationToken)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        bounded.CancelAfter(StartLimit);
        try
        {
            while (!await condition(bounded.Token))
            {
                if (_process.HasExited)
                {
                    throw new InvalidOperationException($"{_process.StartInfo.FileName} ended at once. It said:\n{Output}");
                }

                await Task.Delay(PollInterval, bounded.Token);
            }
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{_process.StartInfo.FileName} did not get that far in time. It said:\n{Output}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var bounded = new CancellationTokenSource(StopLimit);
            try
            {
                if (_stopCommand is [var program, .. var arguments])
                {
                    await RunAsync(program, arguments, bounded.Token);
                }
                else
                {
                    _ = Signal(_process.Id, Sigterm);
                }

                await _process.WaitForExitAsync(bounded.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Redirected(string program, IEnumerable<string> arguments, string? folder) => new(program, arguments)
    {
        WorkingDirectory = folder ?? "",
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.AppendLine(line);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int processId, int signal);
}
