using System.Management.Automation;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>The secret of a key reaches no stream, whatever happens.</summary>
public sealed class SecretTests(LabFixture lab)
{
    private const string NotTheKey = "bm90IHRoZSBrZXkgdGhhdCB0aGUgc2VydmVyIGtub3dz";
    private const string NotBase64 = "correct horse battery staple!";

    [Theory]
    [InlineData("secret-good", null, null)]
    [InlineData("secret-wrong", NotTheKey, "DnsProviderUnauthorized")]
    [InlineData("secret-unreadable", NotBase64, "InvalidKey")]
    public void A_secret_reaches_no_stream(string name, string? secret, string? errorId)
    {
        lab.Lab.Add(Sound(name, "For a test of secrets.").WithMtaSts());
        using var session = lab.Open();
        if (secret is not null)
            session.Set("PSDefaultParameterValues", null).Set("secret", LabFixture.Secure(secret));
        var script = secret is null
            ? $"Publish-MtaStsRecord {name}.test -Id 1 -PassThru"
            : $"Publish-MtaStsRecord {name}.test -Id 1 -PassThru -KeySecret $secret {Explicit()}";

        var result = session.Run($"{script} -Verbose -Debug 3>&1 4>&1 5>&1 6>&1");
        var screen = session.Render($"try {{ {script} -Verbose -Debug }} catch {{ $_; $_.Exception.ToString() }}");

        if (errorId is not null)
            Assert.StartsWith(errorId + ",", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        IEnumerable<string> said =
        [
            screen, .. result.Output.Select(o => o.ToString()), .. result.Verbose, .. result.Warnings, .. result.Progress.Select(p => p.ToString()),
            .. result.Errors.Select(Everything), $"{result.Exception}",
        ];
        Assert.All(said, text => Assert.DoesNotContain(secret ?? lab.Lab.UpdateKey.SecretBase64, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-KeyName lonely-key")]
    [InlineData("-KeySecret $secret")]
    public void Half_a_key_is_refused(string half)
    {
        using var session = lab.Open();
        session.Run("$PSDefaultParameterValues.Remove('*publish-MtaStsRecord:KeyName'); $PSDefaultParameterValues.Remove('*publish-MtaStsRecord:KeySecret')").ThrowIfFailed();

        var result = session.Set("secret", LabFixture.Secure(NotTheKey)).Run($"Publish-MtaStsRecord good.test -Id 1 {half}");

        Assert.StartsWith("IncompleteKey,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidArgument, result.Error.CategoryInfo.Category);
    }

    private string Explicit() =>
        $"-KeyName {lab.Lab.UpdateKey.Name} -Server {lab.Lab.DnsEndPoint.Address} -Port {lab.Lab.DnsEndPoint.Port} -NameServerPort {lab.Lab.DnsEndPoint.Port} -DnsServer {lab.Lab.DnsEndPoint} "
        + $"-HttpsPort {lab.Lab.HttpsPort} -SmtpPort {lab.Lab.SmtpPort} -TrustedRoot '{lab.Lab.RootCertificatePath}' -AllowPrivateAddress";

    private static string Everything(ErrorRecord error) =>
        $"{error} {error.ErrorDetails?.RecommendedAction} {error.Exception} {error.TargetObject} {error.ScriptStackTrace} {error.InvocationInfo?.Line}";
}
