using System.Text.RegularExpressions;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>Approved screens: text files beside the tests, with what changes from run to run made equal.</summary>
internal static partial class Screens
{
    private const string Approve = "MTASTS_APPROVE_SCREENS";

    /// <summary>Compares a screen with the approved one of that name.</summary>
    public static void AssertApproved(string name, string screen)
    {
        var file = Path.Combine(Folder(), name + ".txt");
        var actual = WithoutTimes(screen).Trim('\n') + "\n";
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            Directory.CreateDirectory(Folder());
            File.WriteAllText(file, actual);
        }

        var approved = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (approved == actual)
            return;

        var (was, now) = (approved.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < was.Length && line < now.Length && was[line] == now[line])
            line++;
        Assert.Fail($"""
            The screen '{name}' has changed, first in line {line + 1}:
              approved: {(line < was.Length ? was[line] : "(no line)")}
              now:      {(line < now.Length ? now[line] : "(no line)")}
            The whole screen now:
            {actual}
            If it is right, run this test again with {Approve}=1 and commit {file}.
            """);
    }

    /// <summary>A screen with dates, ids by time, durations and ports replaced.</summary>
    public static string WithoutTimes(string screen) =>
        Port().Replace(Seconds().Replace(DerivedId().Replace(Date().Replace(screen, "YYYY-MM-DD"), "YYYYMMDDThhmmssZ"), "0.0 s"), "PORT");

    private static string Folder() =>
        Path.Combine(BuiltModule.Repository, "tests", "MtaStsTools.PowerShell.Tests", "Cmdlets", "Screens");

    [GeneratedRegex(@"(?<=127\.0\.0\.\d+:)\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Port();

    [GeneratedRegex(@"\b20\d\d-\d\d-\d\d\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b20\d{6}T\d{6}Z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DerivedId();

    [GeneratedRegex(@"\b\d+\.\d s\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Seconds();
}
