using System.Globalization;
using BenchmarkDotNet.Running;
using MtaStsTools.Benchmarks;
using MtaStsTools.Benchmarks.Comparison;
using MtaStsTools.Benchmarks.Prompt;

// grammar [commit]: the grammar beside that of a commit.
if (args is ["grammar", .. var commit])
{
    GrammarSuite.Run(Checkout.Metadata("Repository"), commit is [var named] ? named : "HEAD");
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
