using System.Diagnostics;
using System.Globalization;

namespace MtaStsTools.Benchmarks.Comparison;

/// <summary>
/// Whether the grammar has become slower: the build of a commit and this one in one process, batch by batch in turn, the least of all
/// batches. What else the machine does strikes both, and the least is the batch that it struck least.
/// </summary>
internal static class GrammarSuite
{
    private const int Batches = 1500;
    private const int Calls = 1000;

    private const string Policy = "version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmx: *.example.net\r\nmx: backupmx.example.com\r\nmax_age: 604800\r\n";
    private const string Record = "v=STSv1; id=20260131T120000Z;";

    /// <param name="repository">The checkout.</param>
    /// <param name="commit">The commit to hold against this build.</param>
    public static void Run(string repository, string commit)
    {
        var before = new GrammarBuild(new CommitBuild(repository).Assembly(commit));
        var now = new GrammarBuild(typeof(MtaStsPolicy).Assembly.Location);
        Line($"ns a call, least of {Batches} batches{commit,22}{"now",10}{"ratio",10}");
        Compare("Policy, validate", before.Validate(Policy), now.Validate(Policy));
        Compare("Policy, parse", before.Parse(Policy), now.Parse(Policy));
        Compare("Policy, parse octets", before.ParseOctets(Policy), now.ParseOctets(Policy));
        Compare("Record, parse", before.ParseRecord(Record), now.ParseRecord(Record));
    }

    private static void Compare(string name, Action before, Action now)
    {
        // Both are compiled to the end before anything counts.
        for (var round = 0; round < 5; round++)
        {
            _ = (Time(before, 50 * Calls), Time(now, 50 * Calls));
            Thread.Sleep(200);
        }

        var (least, leastNow) = (double.MaxValue, double.MaxValue);
        for (var batch = 0; batch < Batches; batch++)
        {
            least = Math.Min(least, Time(before, Calls));
            leastNow = Math.Min(leastNow, Time(now, Calls));
        }

        Line($"{name,-33}{least,22:F1}{leastNow,10:F1}{leastNow / least,10:F2}");
    }

    private static double Time(Action action, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
            action();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }

    private static void Line(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
