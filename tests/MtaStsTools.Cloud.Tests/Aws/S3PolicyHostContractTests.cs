using System.Text;
using MtaStsTools.Aws;
using MtaStsTools.Sdk.Tests.Publishing.Hosts;

namespace MtaStsTools.Cloud.Tests.Aws;

/// <summary>A bucket that keeps to conditions, as Amazon's own does.</summary>
public sealed class S3PolicyHostContractTests : PolicyHostContract, IDisposable
{
    private readonly S3Double _service = new();

    public void Dispose() => _service.Dispose();

    protected override Task<HostUnderTest> CreateAsync(string? body)
    {
        if (body is not null)
            _service.Objects[Key("example.com")] = Encoding.UTF8.GetBytes(body);
        return Task.FromResult(new HostUnderTest
        {
            Host = S3PolicyHost.Create(new S3PolicyHostOptions { Bucket = S3Double.Bucket, Prefix = "{host}/", Target = "d111111abcdef8.cloudfront.net" }, Route53ProviderTests.Credentials(), endpoint: _service.Endpoint),
            Domain = "example.com",
            OtherDomain = "example.org",
            ReadAsync = domain => Task.FromResult(_service.Objects.GetValueOrDefault(Key(domain))),
            WriteAsync = (domain, octets) =>
            {
                if (octets is null)
                    _service.Objects.Remove(Key(domain));
                else
                    _service.Objects[Key(domain)] = octets;
                return Task.CompletedTask;
            },
        });
    }

    private static string Key(string domain) => $"mta-sts.{domain}/.well-known/mta-sts.txt";
}
