using System.Management.Automation;
using MtaStsTools.Lab;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary><c>Publish-MtaStsPolicy</c> into a folder that the laboratory serves.</summary>
public sealed class PublishPolicyTests(LabFixture lab) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_policy_is_stored_and_fetched_and_a_second_time_nothing_is_written()
    {
        Serve("policy-first");
        using var session = Open();
        const string publish = "Publish-MtaStsPolicy policy-first.test -Policy $policy -To $to -PassThru | ForEach-Object { \"$($_.State)\" }";
        session.Run("$policy = New-MtaStsPolicy -Mode Testing -Mx mx1.policy-first.test -MaxAge 1d").ThrowIfFailed();

        Assert.Equal(["Changed", "Verified"], session.Run(publish).ThrowIfFailed().Values<string>());
        var written = File.GetLastWriteTimeUtc(FileOf("policy-first.test"));
        Assert.Equal("version: STSv1\r\nmode: testing\r\nmx: mx1.policy-first.test\r\nmax_age: 86400\r\n", File.ReadAllText(FileOf("policy-first.test")));
        Assert.Equal(["Unchanged", "Verified"], session.Run(publish).ThrowIfFailed().Values<string>());
        Assert.Equal(written, File.GetLastWriteTimeUtc(FileOf("policy-first.test")));
    }

    [Fact]
    public void WhatIf_shows_the_lines_that_change_and_writes_nothing()
    {
        Serve("policy-what-if");
        Write("policy-what-if.test", PolicyText("testing", 86_400, "mx1.policy-what-if.test"));
        using var session = Open();

        var screen = session.Render("Publish-MtaStsPolicy policy-what-if.test -Policy (New-MtaStsPolicy -Mode Enforce -Mx mx1.policy-what-if.test -MaxAge 4w) -To $to -WhatIf");

        Assert.StartsWith("What if: 1. Policy file of policy-what-if.test", screen, StringComparison.Ordinal);
        Assert.Contains("- mode: testing\n", screen, StringComparison.Ordinal);
        Assert.Contains("+ mode: enforce\n", screen, StringComparison.Ordinal);
        Assert.Contains("mta-sts.policy-what-if.test: the policy is fetched from every address and compared.", screen, StringComparison.Ordinal);
        Assert.Contains("mode: testing", File.ReadAllText(FileOf("policy-what-if.test")), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_says_when_nothing_would_be_changed()
    {
        Serve("policy-same");
        Write("policy-same.test", PolicyText("testing", 86_400, "mx1.policy-same.test"));
        using var session = Open();

        Assert.Contains("Nothing would be changed.", session.Render("Publish-MtaStsPolicy policy-same.test -Policy (New-MtaStsPolicy -Mode Testing -Mx mx1.policy-same.test -MaxAge 1d) -To $to -WhatIf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("policy-asked-no", "n\n", false)]
    [InlineData("policy-asked-yes", "y\n", true)]
    public void Confirm_asks_before_it_writes(string name, string answer, bool written)
    {
        Serve(name);
        using var session = Open(answer);
        session.Run($"Publish-MtaStsPolicy {name}.test -Policy (New-MtaStsPolicy -Mode Testing -Mx mx1.{name}.test -MaxAge 1d) -To $to -Confirm").ThrowIfFailed();
        Assert.Equal(written, File.Exists(FileOf($"{name}.test")));
    }

    [Fact]
    public void Enforce_that_would_stop_mail_is_refused_before_the_file_and_force_says_what_it_overrode()
    {
        Serve("policy-refused");
        using var session = Open();
        const string publish = "Publish-MtaStsPolicy policy-refused.test -Policy (New-MtaStsPolicy -Mode Enforce -Mx mail.elsewhere.test -MaxAge 4w) -To $to";

        var error = ErrorAssert.Is(session.Run(publish), "ChangeRefused", ErrorCategory.InvalidOperation, "policy-refused.test");
        Assert.Contains("MTASTS8004", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(FileOf("policy-refused.test")));

        var forced = session.Run($"{publish} -Force").ThrowIfFailed();
        Assert.Contains(forced.Warnings, warning => warning.StartsWith("MTASTS8008", StringComparison.Ordinal));
        Assert.True(File.Exists(FileOf("policy-refused.test")));
    }

    [Fact]
    public void A_host_that_does_not_serve_what_was_stored_is_told_with_what_is_done()
    {
        // The web server looks elsewhere than the administrator believes.
        lab.Lab.Add(Sound("policy-elsewhere", "Serves another file than the one that is written.").WithPolicyHost(host => host with { Body = null }));
        using var session = Open();

        var result = session.Run("Publish-MtaStsPolicy policy-elsewhere.test -Policy (New-MtaStsPolicy -Mode Testing -Mx mx1.policy-elsewhere.test -MaxAge 1d) -To $to -FetchTimeoutSec 1");

        var error = ErrorAssert.Is(result, "ChangeStopped", ErrorCategory.InvalidResult, "policy-elsewhere.test");
        Assert.Contains("MTASTS8001", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("404", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains($"So far: 1. policy file of policy-elsewhere.test: stored at {FileOf("policy-elsewhere.test")}.", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_for_another_name_is_told_with_the_name_that_is_needed()
    {
        Serve("policy-certificate", host => host with { Certificate = LabCertificate.For("www.policy-certificate.test") });
        using var session = Open();

        var error = session.Run("Publish-MtaStsPolicy policy-certificate.test -Policy (New-MtaStsPolicy -Mode Testing -Mx mx1.policy-certificate.test -MaxAge 1d) -To $to -FetchTimeoutSec 60").Error;

        Assert.StartsWith("ChangeStopped,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("The certificate of mta-sts.policy-certificate.test is for", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_cannot_be_written_is_an_error_by_kind_and_the_next_domain_is_published()
    {
        Serve("policy-after-failure");
        using var session = Open();
        session.Run($"$bad = New-MtaStsPolicyHost -Folder '{_folder.File("missing")}/{{host}}'").ThrowIfFailed();

        var result = session.Run("""
            $policy = New-MtaStsPolicy -Mode Testing -Mx mx1.policy-after-failure.test -MaxAge 1d
            [pscustomobject]@{ Domain = 'policy-after-failure.test'; Policy = $policy; To = $bad },
            [pscustomobject]@{ Domain = 'policy-after-failure.test'; Policy = $policy; To = $to } | Publish-MtaStsPolicy
            """);

        ErrorAssert.Is(result, "PolicyHostNotFound", ErrorCategory.ObjectNotFound, "policy-after-failure.test");
        Assert.True(File.Exists(FileOf("policy-after-failure.test")));
    }

    [Fact]
    public async Task Ctrl_C_while_it_waits_for_the_address_says_that_the_file_is_stored()
    {
        lab.Lab.Add(Sound("policy-stopped", "Never serves what is stored.").WithPolicyHost(host => host with { Body = null }));
        using var session = Open();

        var stored = Task.Run(async () =>
        {
            while (!File.Exists(FileOf("policy-stopped.test")))
                await Task.Delay(50, TestContext.Current.CancellationToken);
        }, TestContext.Current.CancellationToken);
        var (_, result) = await session.RunAndStopAsync("Publish-MtaStsPolicy policy-stopped.test -Policy (New-MtaStsPolicy -Mode Testing -Mx mx1.policy-stopped.test -MaxAge 1d) -To $to -FetchTimeoutSec 600", stored);

        Assert.True(result.Stopped);
        Assert.Contains("WARNING: Cancelled", session.Screen, StringComparison.Ordinal);
    }

    private ModuleSession Open(string answers = "")
    {
        var session = lab.Open(answers: answers);
        session.Run($"$to = New-MtaStsPolicyHost -Folder '{_folder.File("{host}")}'").ThrowIfFailed();
        return session;
    }

    private void Serve(string name, Func<LabPolicyHost, LabPolicyHost>? change = null) =>
        lab.Lab.Add(Sound(name, "Serves the file that is written.").WithMtaSts().WithPolicyHost(host => (change ?? (same => same))(host with { File = FileOf($"{name}.test") })));

    private string FileOf(string domain) => Path.Combine(_folder.FullName, "mta-sts." + domain, ".well-known", "mta-sts.txt");

    private void Write(string domain, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(domain))!);
        File.WriteAllText(FileOf(domain), text);
    }
}
