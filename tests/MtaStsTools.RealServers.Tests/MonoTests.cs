using MtaStsTools.RealServers.Tests.Servers;
using Xunit;

namespace MtaStsTools.RealServers.Tests;

/// <summary>The build for Windows PowerShell 5.1 under Mono, the nearest thing to .NET Framework outside Windows.</summary>
public sealed class MonoTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_assembly_type_and_method_of_the_desktop_build_resolves()
    {
        var output = await RunAsync("resolve", Repository.DesktopModule);
        Assert.Contains(" 0 problems", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_corpus_reads_the_same_in_the_desktop_build()
    {
        var output = await RunAsync("corpus", Repository.DesktopModule, Repository.Corpus);
        Assert.Contains(" 0 problems", output, StringComparison.Ordinal);
    }

    private static Task<string> RunAsync(params string[] arguments) => ServerProcess.RunAsync(
        Installed.Program("mono", "mono-devel"), [Repository.BuiltTool("MtaStsTools.Mono", "net472", ".exe"), .. arguments], Stop, TimeSpan.FromMinutes(2));
}
