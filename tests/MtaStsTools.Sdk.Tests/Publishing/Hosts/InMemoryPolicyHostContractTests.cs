using System.Text;

namespace MtaStsTools.Sdk.Tests.Publishing.Hosts;

public sealed class InMemoryPolicyHostContractTests : PolicyHostContract
{
    protected override Task<HostUnderTest> CreateAsync(string? body)
    {
        var host = new InMemoryPolicyHost();
        if (body is not null)
            host.Files["example.com"] = Encoding.UTF8.GetBytes(body);
        return Task.FromResult(new HostUnderTest
        {
            Host = host,
            Domain = "example.com",
            OtherDomain = "example.org",
            ReadAsync = domain => Task.FromResult(host.Files.GetValueOrDefault(domain)),
            WriteAsync = (domain, octets) =>
            {
                if (octets is null)
                    host.Files.TryRemove(domain, out _);
                else
                    host.Files[domain] = octets;
                return Task.CompletedTask;
            },
        });
    }
}
