using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Microsoft.Extensions.Time.Testing;
using MtaStsTools.PowerShell.Pipeline;

namespace MtaStsTools.PowerShell.Tests.Infrastructure;

/// <summary>Small cmdlets, each of which does one thing with the asynchronous base.</summary>
internal static class TestCmdlets
{
    public static InitialSessionState State()
    {
        var state = InitialSessionState.CreateDefault2();
        foreach (var type in typeof(TestCmdlets).Assembly.GetTypes())
        {
            if (type.GetCustomAttributes(typeof(CmdletAttribute), inherit: false) is [CmdletAttribute cmdlet])
                state.Commands.Add(new SessionStateCmdletEntry($"{cmdlet.VerbName}-{cmdlet.NounName}", type, helpFileName: null));
        }

        return state;
    }
}

[Cmdlet(VerbsDiagnostic.Test, "AsyncStreams")]
public sealed class AsyncStreamsCommand : AsyncCmdlet
{
    protected override Task BeginProcessingAsync(CancellationToken cancellationToken)
    {
        WriteObject("begin");
        return Task.CompletedTask;
    }

    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        WriteVerbose("step");
        await WriteObjectAsync("first");
        WriteWarning("careful");
        WriteProgress(new ProgressRecord(1, "Testing", "half"));
        WriteObject(new[] { "second" }, enumerateCollection: true);
    }

    protected override async Task EndProcessingAsync(CancellationToken cancellationToken) => await WriteObjectAsync("end");
}

[Cmdlet(VerbsDiagnostic.Test, "AsyncHostileText")]
public sealed class AsyncHostileTextCommand : AsyncCmdlet
{
    private const string Hostile = "220 mail\u001b]0;owned\u0007";

    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        WriteVerbose(Hostile);
        WriteWarning(Hostile);
        WriteProgress(new ProgressRecord(1, Hostile, Hostile) { CurrentOperation = Hostile });
        await WriteErrorAsync(CommandError.Create("Hostile", ErrorCategory.ProtocolError, Hostile, "mail", Hostile));
    }
}

[Cmdlet(VerbsDiagnostic.Test, "AsyncWait")]
public sealed class AsyncWaitCommand : AsyncCmdlet
{
    private static TaskCompletionSource s_started = new();

    /// <summary>Work that does not listen to its token.</summary>
    [Parameter]
    public SwitchParameter Deaf { get; set; }

    public static Task NextStart() => (s_started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public static void SignalStart() => s_started.TrySetResult();

    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        SignalStart();
        await Task.Delay(TimeSpan.FromSeconds(20), Deaf ? CancellationToken.None : cancellationToken);
    }
}

[Cmdlet(VerbsDiagnostic.Test, "AsyncCount")]
public sealed class AsyncCountCommand : AsyncCmdlet
{
    private static int s_cancelled;

    [Parameter]
    public int Last { get; set; } = int.MaxValue;

    public static int Produced { get; private set; }

    public static int Cancelled => s_cancelled;

    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (Produced = 1; Produced <= Last; Produced++)
                await WriteObjectAsync(Produced);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref s_cancelled);
            throw;
        }
    }
}

[Cmdlet(VerbsDiagnostic.Test, "AsyncErrors")]
public sealed class AsyncErrorsCommand : AsyncCmdlet
{
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        await WriteErrorAsync(CommandError.Create(
            "HostDown", ErrorCategory.ConnectionError, "The host mx1.example.com did not answer.", "mx1.example.com", "Check the network."));
        await WriteObjectAsync("after");
    }
}

[Cmdlet(VerbsDiagnostic.Test, "AsyncFailure")]
public sealed class AsyncFailureCommand : AsyncCmdlet
{
    [Parameter(Mandatory = true)]
    public string Kind { get; set; } = "";

    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        throw Kind switch
        {
            "Record" => new CommandFailedException(CommandError.Create(
                "NoSuchZone", ErrorCategory.ObjectNotFound, "There is no zone.", "example.com", "Name the zone.")),
            "Timeout" => new TaskCanceledException("The server took too long."),
            "Missing" => new FileNotFoundException("No such file."),
            _ => new InvalidOperationException("Something is wrong."),
        };
    }
}

[Cmdlet(VerbsDiagnostic.Test, "AsyncChange", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
public sealed class AsyncChangeCommand : AsyncCmdlet
{
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (await ShouldProcessAsync("example.com", "Publish"))
            await WriteObjectAsync("changed");
    }
}

[Cmdlet(VerbsDiagnostic.Test, "AsyncStream")]
public sealed class AsyncStreamCommand : AsyncCmdlet
{
    private readonly PipelineRun<int> _run;

    public AsyncStreamCommand() => _run = new PipelineRun<int>(this, RunAsync);

    [Parameter(ValueFromPipeline = true)]
    public int Number { get; set; }

    [Parameter]
    public int FailAt { get; set; } = -1;

    [Parameter]
    public SwitchParameter Wait { get; set; }

    protected override void BeginProcessing() => _run.Begin();

    protected override void ProcessRecord() => _run.Add([Number]);

    protected override void EndProcessing() => _run.End();

    private async Task RunAsync(IAsyncEnumerable<int> inputs, CancellationToken cancellationToken)
    {
        await foreach (var number in inputs.WithCancellation(cancellationToken))
        {
            if (number == FailAt)
                throw new InvalidOperationException("The run failed.");
            if (Wait)
            {
                AsyncWaitCommand.SignalStart();
                await Task.Delay(TimeSpan.FromSeconds(20), cancellationToken);
            }

            await WriteObjectAsync(number);
        }
    }
}

[Cmdlet(VerbsDiagnostic.Test, "AsyncCulture")]
public sealed class AsyncCultureCommand : AsyncCmdlet
{
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        await WriteObjectAsync(CultureInfo.CurrentCulture.Name);
    }
}

[Cmdlet(VerbsDiagnostic.Test, "AsyncProgress")]
public sealed class AsyncProgressCommand : AsyncCmdlet
{
    [Parameter]
    public int Total { get; set; }

    [Parameter]
    public double SecondsEach { get; set; }

    /// <summary>As if more might come.</summary>
    [Parameter]
    public SwitchParameter Open { get; set; }

    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var clock = new FakeTimeProvider();
        var meter = new ProgressMeter(this, 1, "Testing domains", "domains", clock);
        for (var done = 1; done <= Total; done++)
        {
            clock.Advance(TimeSpan.FromSeconds(SecondsEach));
            meter.Report(done, Open ? null : Total, $"domain {done}");
        }

        meter.Complete();
        return Task.CompletedTask;
    }
}

/// <summary>Select-Object -First, which the engine alone lacks: ends the commands before it once it has enough.</summary>
[Cmdlet(VerbsCommon.Select, "First")]
public sealed class SelectFirstCommand : PSCmdlet
{
    private int _seen;

    [Parameter(Mandatory = true, Position = 0)]
    public int Count { get; set; }

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        if (++_seen < Count)
            return;
        var stop = typeof(PSCmdlet).Assembly.GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!;
        throw (Exception)Activator.CreateInstance(
            stop, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, binder: null, [this], culture: null)!;
    }
}
