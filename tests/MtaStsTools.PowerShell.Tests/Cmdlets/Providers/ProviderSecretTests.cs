using System.Text;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Providers and hosts of every kind can be kept, passed, printed, exported and fail, and nowhere is their secret seen.</summary>
public sealed class ProviderSecretTests(LabFixture lab)
{
    // Base64, since a TSIG key must be; unlike anything that a machine writes by itself.
    private const string Secret = "VGhlIHNlY3JldCBvZiB0aGlzIHRlc3QsIHdoaWNoIG5vYm9keSBtYXkgc2VlLg==";
    private const string NotOfAnyForm = "The \u00FCnquotable secret ! of this test";

    private const string Functions = """
        $secret = ConvertTo-SecureString -String $env:MTASTS_TEST_SECRET -AsPlainText -Force
        $Folder = $PSScriptRoot
        function Out-Errors {
            foreach ($record in $Error) { $record | Format-List -Property * -Force | Out-String -Width 500; "$record $($record.Exception) $($record.ErrorDetails.RecommendedAction)" }
        }
        function Show($provider) {
            $Error.Clear()
            $provider | Out-String -Width 500
            $provider | Format-List -Property * -Force | Out-String -Width 500
            $provider | Format-Custom -Property * -Depth 4 -Force | Out-String -Width 500
            $provider | Select-Object -Property * | ConvertTo-Csv
            $provider | ConvertTo-Json -Depth 4 -WarningAction SilentlyContinue
            $provider | Get-Member -Force | Out-String -Width 500
            $provider.PSObject.Properties | ForEach-Object { "$($_.Name)=$($_.Value)" }
            "$provider"
            @{ Kept = $provider } | Export-Clixml -LiteralPath $Folder/provider.xml -Depth 6
            Get-Content -LiteralPath $Folder/provider.xml -Raw
            Import-Clixml -LiteralPath $Folder/provider.xml | Format-Custom -Property * -Depth 6 -Force | Out-String -Width 500
            Write-Error -Message "About $provider" -TargetObject $provider -ErrorAction SilentlyContinue
            Out-Errors
        }
        function Use($provider) {
            $Error.Clear()
            $lab = @{ DnsServer = $env:MTASTS_LAB_DNS; HttpsPort = $env:MTASTS_LAB_HTTPS_PORT; SmtpPort = $env:MTASTS_LAB_SMTP_PORT; TrustedRoot = $env:MTASTS_LAB_ROOT; AllowPrivateAddress = $true; TimeoutSec = 5 }
            Start-Transcript -LiteralPath $Folder/transcript.txt | Out-Null
            $provider | Out-Host
            Publish-MtaStsRecord $Domain -Id 1 -Provider $provider @lab -Verbose -Debug *>&1 | Out-String -Width 500
            Stop-Transcript | Out-Null
            Get-Content -LiteralPath $Folder/transcript.txt -Raw
            Out-Errors
        }

        """;

    public static TheoryData<string, string> Sets => [.. ProviderSets.All.Select(pair => (ProviderSets.NameOf(pair.Cmdlet), pair.Set))];

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task No_secret_is_seen(string cmdlet, string set)
    {
        var name = $"secrets-of-{set.ToLowerInvariant()}";
        var type = ProviderSets.Cmdlets.Single(type => ProviderSets.NameOf(type) == cmdlet);
        var isUsed = ProviderSets.HasEndpoint(type, set) && cmdlet == "New-MtaStsDnsProvider";

        if (isUsed)
            lab.Lab.Add(Sound(name, "For a test of secrets.").WithMtaSts());

        var said = await RunAsync(Secret, $"$Domain = '{name}.test'\n$provider = {ProviderSets.CommandLine(type, set)} -Verbose -Debug\nShow $provider\n{(isUsed ? "Use $provider" : "")}");

        Assert.Contains("About ", said, StringComparison.Ordinal);
        if (isUsed)
            Assert.Contains("DnsProvider", said, StringComparison.Ordinal);
        AssertUnseen(Secret, said);
    }

    [Fact]
    public async Task A_secret_of_the_wrong_form_is_not_quoted()
    {
        var script = string.Join('\n', ProviderSets.All.Select(pair => $"try {{ Show ({ProviderSets.CommandLine(pair.Cmdlet, pair.Set)} -Verbose -Debug) }} catch {{ $_; Out-Errors }}"));

        var said = await RunAsync(NotOfAnyForm, script);

        Assert.Contains("InvalidKey", said, StringComparison.Ordinal);
        AssertUnseen(NotOfAnyForm, said);
    }

    [Fact]
    public void Every_kind_of_provider_is_made_by_a_set()
    {
        using var session = lab.Open();
        session.Set("secret", LabFixture.Secure(Secret));
        var made = ProviderSets.All.Select(pair => session.Run($"({ProviderSets.CommandLine(pair.Cmdlet, pair.Set)}).GetType().FullName").Only<string>()).ToHashSet(StringComparer.Ordinal);

        var kinds = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name is "MtaStsTools" or "MtaStsTools.PowerShell" or "MtaStsTools.Azure" or "MtaStsTools.Aws")
            .SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsPublic: true, IsClass: true, IsAbstract: false } && ProviderSets.IsProvider(type)).ToList();
        Assert.NotEmpty(kinds);
        Assert.All(kinds, kind => Assert.Contains(kind.FullName!, made));
    }

    private async Task<string> RunAsync(string secret, string script)
    {
        lab.SetEnvironment();
        Environment.SetEnvironmentVariable("MTASTS_TEST_SECRET", secret);

        // Where nobody is named, only the environment is asked, and no metadata service of a cloud.
        Environment.SetEnvironmentVariable("AZURE_TOKEN_CREDENTIALS", "EnvironmentCredential");
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        using var folder = new TemporaryFolder();
        var file = folder.File("Show.ps1");
        await File.WriteAllTextAsync(file, $"Import-Module '{BuiltModule.ManifestPath}' -ErrorAction Stop\n{Functions}{script}\n", TestContext.Current.CancellationToken);
        var (_, output, error) = await ShellProcess.RunAsync("-File", file);
        return output + error;
    }

    private static void AssertUnseen(string secret, string text)
    {
        var octets = Encoding.UTF8.GetBytes(secret);
        var utf16 = Encoding.Unicode.GetBytes(secret);
        string[] forms =
        [
            secret, secret.TrimEnd('='), Uri.EscapeDataString(secret),
            Convert.ToBase64String(octets), Convert.ToHexString(octets), Convert.ToBase64String(utf16), Convert.ToHexString(utf16), .. Decoded(secret),
        ];
        Assert.All(forms, form => Assert.DoesNotContain(form, text, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Decoded(string secret)
    {
        var octets = new byte[secret.Length];
        return Convert.TryFromBase64String(secret, octets, out var length)
            ? [Encoding.UTF8.GetString(octets, 0, length), Convert.ToHexString(octets, 0, length), string.Join(' ', octets.Take(length)), string.Join('\n', octets.Take(length))]
            : [];
    }
}
