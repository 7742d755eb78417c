using System;
using System.Linq;
using MtaStsTools;

public static class Program
{
    public static void Main()
    {
        var policy = MtaStsPolicy.Parse("version: STSv1\nmode: enforce\nmax_age: 2419200\nmx: *.example.net\n");
        Console.WriteLine($"covered: {policy.Covers("mx1.example.net")}");

        // Read at run time, where no analyzer sees it.
        var typed = string.Join("\n", "version: STSv1", "mode: enforced", "max_age: 604800", "mx: mail.example.com", "");
        MtaStsPolicy.TryParse(typed, out _, out var findings);
        Console.WriteLine($"refused: {string.Join(" ", findings.Select(finding => finding.Id))}");

        using var observer = new DomainObserver(new ObservationOptions { SkipSmtp = true });
        Console.WriteLine($"observes: {observer.GetType().Name}");
#if MISTAKE
        _ = MtaStsPolicy.Parse("version: STSv1\nmode: enforced\nmax_age: 604800\nmx: mail.example.com\n");
#endif
    }
}
