using System.Text.Json;
using MtaStsTools.Doubles.Hosts;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Policies are published at the prompt through the APIs of services, whose files the laboratory's policy hosts serve.</summary>
public sealed class RestHostTests(LabFixture lab) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_policy_is_committed_to_the_repository_of_a_site_and_fetched()
    {
        using var service = new GitHubDouble();
        service.After = request =>
        {
            if (request.Method == "PUT" && service.Read(".well-known/mta-sts.txt") is { } octets)
                File.WriteAllBytes(Served, octets);
        };
        using var session = Open("rest-github", service.Endpoint, service.Secret);
        session.Run($"$to = New-MtaStsPolicyHost -GitHubPages -Owner {GitHubDouble.Owner} -Repository {GitHubDouble.Repository} -Token $secret -Endpoint $endpoint").ThrowIfFailed();

        Assert.Equal(["Changed", "Verified"], Publish(session, "rest-github.test"));

        Assert.Equal("Publish the MTA-STS policy of rest-github.test", service.Commits[^1]);
        Assert.Equal("mail-team.github.io", session.Run("$to.GetTarget('rest-github.test')").Only<string>());
        Assert.Equal("GitHub Pages of mail-team/policy-site", session.Run("\"$to\"").Only<string>());
    }

    [Fact]
    public void A_policy_is_uploaded_in_a_worker_and_fetched()
    {
        using var service = new CloudflareWorkerDouble();
        service.Zones.Add("rest-worker.test");
        service.After = request =>
        {
            if (request.Method == "PUT" && service.Read("mta-sts") is { } script)
                File.WriteAllText(Served, PolicyIn(script));
        };
        using var session = Open("rest-worker", service.Endpoint, service.Secret);
        session.Run($"$to = New-MtaStsPolicyHost -CloudflareWorker -AccountId {CloudflareWorkerDouble.Account} -ApiToken $secret -Endpoint $endpoint").ThrowIfFailed();

        Assert.Equal(["Changed", "Verified"], Publish(session, "rest-worker.test"));

        Assert.Equal("mta-sts", service.Domains["mta-sts.rest-worker.test"]);
    }

    [Theory]
    [InlineData("New-MtaStsPolicyHost -GitHubPages -Owner a/b -Repository c -Token $secret")]
    [InlineData("New-MtaStsPolicyHost -GitHubPages -Owner a -Repository c -Token $secret -Endpoint http://github.example.com")]
    [InlineData("New-MtaStsPolicyHost -CloudflareWorker -AccountId 1 -ApiToken $secret")]
    public void What_cannot_be_is_told_before_anything_is_asked(string command)
    {
        using var session = lab.Open();
        session.Set("secret", LabFixture.Secure("secret-of-the-test"));
        Assert.StartsWith("InvalidPolicyHost", session.Run(command).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private string Served => _folder.File("served.txt");

    private static IReadOnlyList<string> Publish(ModuleSession session, string domain) => session.Run(
        $"Publish-MtaStsPolicy {domain} -Policy (New-MtaStsPolicy -Mode Testing -Mx mx1.{domain} -MaxAge 1d) -To $to -PassThru | ForEach-Object {{ \"$($_.State)\" }}").ThrowIfFailed().Values<string>();

    private static string PolicyIn(string script)
    {
        const string begin = "/* policies */";
        var from = script.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return JsonDocument.Parse(script[from..script.LastIndexOf("/*", StringComparison.Ordinal)]).RootElement[0][1].GetString()!;
    }

    private ModuleSession Open(string name, Uri endpoint, string secret)
    {
        lab.Lab.Add(Sound(name, "Serves what a service keeps.").WithMtaSts().WithPolicyHost(host => host with { File = Served }));
        var session = lab.Open();
        session.Set("endpoint", endpoint);
        session.Set("secret", LabFixture.Secure(secret));
        return session;
    }
}
