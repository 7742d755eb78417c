using System.Globalization;
using BenchmarkDotNet.Running;
using MtaStsTools.Benchmarks;
using MtaStsTools.Benchmarks.Comparison;
using MtaStsTools.Benchmarks.Prompt;
using MtaStsTools.Benchmarks.Worst;

// grammar [commit]: the grammar beside that of a commit.
if (args is ["grammar", .. var commit])
{
    GrammarSuite.Run(Checkout.Metadata("Repository"), commit is [var named] ? named : "HEAD");
    return;
}

// worst [seconds] [seed]: the texts that cost the most to read.
if (args is ["worst", .. var search])
{
    var seconds = search.Length > 0 ? double.Parse(search[0], CultureInfo.InvariantCulture) : 60;
    var seed = search.Length > 1 ? int.Parse(search[1], CultureInfo.InvariantCulture) : 1;
    Environment.ExitCode = WorstSuite.Run(seconds, seed) ? 0 : 1;
    return;
}

// prompt [rounds] [manifest of another build]: what a user waits for at a new prompt; else BenchmarkDotNet's own arguments.
if (args is ["prompt", .. var rest])
{
    var rounds = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 10;
    await PromptSuite.RunAsync(rounds, rest.Length > 1 ? rest[1] : null);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(PromptSuite).Assembly).Run(args.Length > 0 ? args : ["--filter", "*"]);
