using System.Security;
using MtaStsTools.Lab;
using MtaStsTools.PowerShell.Tests.Cmdlets;
using MtaStsTools.PowerShell.Tests.Engine;

[assembly: AssemblyFixture(typeof(LabFixture))]

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>One laboratory for all tests of cmdlets, and sessions whose cmdlets are pointed at it.</summary>
public sealed class LabFixture : IAsyncLifetime
{
    private const string Defaults = """
        param($Dns, $Address, $Port, $Https, $Smtp, $Root, $KeyName, $KeySecret)
        $global:PSDefaultParameterValues = @{
            '*-MtaSts*:DnsServer' = $Dns
            '*-TlsRpt*:DnsServer' = $Dns
            '*-MtaSts*:HttpsPort' = $Https
            '*-MtaSts*:SmtpPort' = $Smtp
            '*-MtaSts*:TrustedRoot' = $Root
            '*-MtaSts*:AllowPrivateAddress' = $true
            '*-MtaSts*:TimeoutSec' = 5
            '*publish-MtaStsRecord:Server' = $Address
            '*publish-MtaStsRecord:Port' = $Port
            '*publish-MtaStsRecord:NameServerPort' = $Port
            '*publish-MtaStsRecord:KeyName' = $KeyName
            '*publish-MtaStsRecord:KeySecret' = $KeySecret
        }
        """;

    /// <summary>The laboratory.</summary>
    public MtaStsLab Lab { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Lab = await MtaStsLab.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Lab.DisposeAsync();

    /// <summary>A session in which a command needs no parameters but those that an administrator would give.</summary>
    public ModuleSession Open(int width = 120, string culture = "en-US", string answers = "")
    {
        var session = new ModuleSession(width, culture, answers);
        session.Run(
            Defaults, Lab.DnsEndPoint.ToString(), Lab.DnsEndPoint.Address.ToString(), Lab.DnsEndPoint.Port, Lab.HttpsPort, Lab.SmtpPort,
            Lab.RootCertificatePath, Lab.UpdateKey.Name, Secure(Lab.UpdateKey.SecretBase64)).ThrowIfFailed();
        return session;
    }

    /// <summary>Gives scripts of their own what `MtaStsTools.Lab run` gives to its child.</summary>
    public void SetEnvironment()
    {
        foreach (var (name, value) in new[]
        {
            ("DNS", Lab.DnsEndPoint.ToString()), ("ROOT", Lab.RootCertificatePath),
            ("HTTPS_PORT", $"{Lab.HttpsPort}"), ("SMTP_PORT", $"{Lab.SmtpPort}"),
            ("KEY_NAME", Lab.UpdateKey.Name), ("KEY_SECRET", Lab.UpdateKey.SecretBase64),
        })
        {
            Environment.SetEnvironmentVariable("MTASTS_LAB_" + name, value);
        }
    }

    /// <summary>How often the name server was asked about the domain and the names below it.</summary>
    public int QuestionsAbout(string domain) =>
        Lab.Events.OfType<LabDnsQuery>().Count(query => query.Name.EndsWith(domain, StringComparison.OrdinalIgnoreCase));

    /// <summary>A text as a cmdlet takes secrets.</summary>
    public static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var character in text)
            secure.AppendChar(character);
        secure.MakeReadOnly();
        return secure;
    }
}
