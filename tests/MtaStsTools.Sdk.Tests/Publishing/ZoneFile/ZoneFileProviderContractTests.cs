using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.Sdk.Tests.Publishing.ZoneFile;

public sealed class ZoneFileProviderContractTests : ProviderContract, IDisposable
{
    private readonly ZoneFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override Task<ProviderUnderTest> CreateAsync(params string[] texts)
    {
        _folder.WriteTexts(texts);
        return Task.FromResult(new ProviderUnderTest
        {
            Provider = _folder.Provider(),
            Zone = "example.test",
            ReadAsync = () => Task.FromResult(_folder.ReadTexts()),
            WriteAsync = values => Write(() => _folder.WriteTexts(values)),
            WriteAliasAsync = target => Write(() => _folder.Text = $"{ZoneFolder.Head}_mta-sts IN CNAME {target}.\n"),
        });

        static Task Write(Action write)
        {
            write();
            return Task.CompletedTask;
        }
    }
}
