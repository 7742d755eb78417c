using System.Text;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Sdk.Tests.Publishing.Hosts;

public sealed class FolderPolicyHostContractTests : PolicyHostContract, IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("mtasts-folder-");

    public void Dispose() => _root.Delete(recursive: true);

    protected override async Task<HostUnderTest> CreateAsync(string? body)
    {
        var test = new HostUnderTest
        {
            Host = new FolderPolicyHost(new FolderPolicyHostOptions { Path = Path.Combine(_root.FullName, "{host}"), Target = "web.example.net" }),
            Domain = "example.com",
            OtherDomain = "example.org",
            ReadAsync = async domain => File.Exists(FileOf(domain)) ? await File.ReadAllBytesAsync(FileOf(domain), Stop) : null,
            WriteAsync = async (domain, octets) =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(FileOf(domain))!);
                if (octets is null)
                    File.Delete(FileOf(domain));
                else
                    await File.WriteAllBytesAsync(FileOf(domain), octets, Stop);
            },
        };
        if (body is not null)
            await test.WriteAsync(test.Domain, Encoding.UTF8.GetBytes(body));
        return test;
    }

    private string FileOf(string domain) => Path.Combine(_root.FullName, "mta-sts." + domain, ".well-known", "mta-sts.txt");
}
