using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MtaStsTools.AspNetCore.Policies;
using Xunit;

namespace MtaStsTools.AspNetCore.Tests;

/// <summary>A configuration that changes while policies are served.</summary>
public sealed class ReloadTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("mtasts-web-").FullName, "policies.json");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Fact]
    public async Task A_good_change_is_served_and_a_bad_one_is_logged_and_left()
    {
        Write("testing", "mail.example.com");
        await using var application = await ServedApplication.StartAsync(builder =>
        {
            builder.Configuration.AddJsonFile(_file, optional: true, reloadOnChange: true);
            builder.Services.AddMtaSts(builder.Configuration.GetSection("MtaSts"));
        });
        Assert.Contains("mode: testing", await GetAsync(application), StringComparison.Ordinal);

        Write("enforce", "mail.example.com");
        await WaitAsync(async () => (await GetAsync(application)).Contains("mode: enforce", StringComparison.Ordinal));

        Write("none", "10.0.0.1");
        await WaitAsync(() => Task.FromResult(application.Journal.Lines.Any(line => line.StartsWith("3002 Error", StringComparison.Ordinal) && line.Contains("MTASTS1045", StringComparison.Ordinal))));
        Assert.Contains("mode: enforce", await GetAsync(application), StringComparison.Ordinal);

        await File.WriteAllTextAsync(_file, "{}", TestContext.Current.CancellationToken);
        await WaitAsync(() => Task.FromResult(application.Journal.Lines.Any(line => line.Contains("No policy is left", StringComparison.Ordinal))));
        Assert.Contains("mode: enforce", await GetAsync(application), StringComparison.Ordinal);

        Write("testing", "mx2.example.com");
        await WaitAsync(async () => (await GetAsync(application)).Contains("mx: mx2.example.com", StringComparison.Ordinal));
        Assert.Single(application.Application.Services.GetRequiredService<PolicyStore>().Current.Policies);
    }

    private void Write(string mode, string host) =>
        File.WriteAllText(_file, $$"""{ "MtaSts": { "domains": { "example.com": { "mode": "{{mode}}", "max_age": "4w", "mx": ["{{host}}"] } } } }""");

    private static async Task<string> GetAsync(ServedApplication application)
    {
        using var answer = await application.SendAsync("mta-sts.example.com");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 600, "The change was not seen within a minute.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
