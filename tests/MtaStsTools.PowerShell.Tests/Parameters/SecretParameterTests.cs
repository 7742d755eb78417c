using System.Management.Automation.Runspaces;
using MtaStsTools.PowerShell.Tests.Cmdlets;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Parameters;

/// <summary>In which forms a secret is taken, and what is said where it is not.</summary>
public sealed class SecretParameterTests(LabFixture lab) : IDisposable
{
    private const string Secret = "Zm9yIHRoZSB0ZXN0";

    // The parameters and results of Get-Secret as Microsoft.PowerShell.SecretManagement 1.1 has them.
    private const string Vault = """
        New-Module Microsoft.PowerShell.SecretManagement {
            function Get-Secret {
                [CmdletBinding(DefaultParameterSetName = 'NameParameterSet')]
                param(
                    [Parameter(ParameterSetName = 'NameParameterSet', Position = 0, Mandatory)] [string] $Name,
                    [Parameter(ParameterSetName = 'NameParameterSet', Position = 1)] [string] $Vault,
                    [switch] $AsPlainText)
                $secure = [securestring]::new()
                foreach ($character in 'Zm9yIHRoZSB0ZXN0'.ToCharArray()) { $secure.AppendChar($character) }
                switch -Wildcard ($Name) {
                    'update key' { $secure }
                    'as-credential' { [pscredential]::new('user', $secure) }
                    'as-bytes' { , [byte[]] (1, 2, 3) }
                    'as-table' { @{ Password = $secure } }
                    'twice' { $secure; $secure }
                    'empty' { [securestring]::new() }
                    'locked' { throw 'Unable to get secret locked from vault Local. The vault is locked.' }
                    default { throw "The secret $Name was not found." }
                }
            }
        } | Import-Module -Global
        """;

    private readonly ModuleSession _session = new(importModule: false, state: WithShowSecret());

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("$secure")]
    [InlineData("([pscredential]::new('user', $secure))")]
    [InlineData("env:MTASTS_TEST_SECRET")]
    [InlineData("'ENV:MTASTS_TEST_SECRET'")]
    [InlineData("'secret:update key'")]
    [InlineData("secret:as-credential")]
    public void A_secret_is_taken_in_every_form_that_does_not_show_it(string argument)
    {
        _session.Set("secure", LabFixture.Secure(Secret)).Run("$env:MTASTS_TEST_SECRET = 'Zm9yIHRoZSB0ZXN0'").ThrowIfFailed();
        _session.Run(Vault).ThrowIfFailed();

        Assert.Equal(Secret, _session.Run($"$Name = 'mine'; Show-Secret {argument}").Only<string>());
        Assert.Equal("mine", _session.Run("$Name").Only<string>());
    }

    [Theory]
    [InlineData("hunter2", "plain text", "Read-Host -AsSecureString")]
    [InlineData("'env:'", "plain text", "'env:NAME'")]
    [InlineData("'secret: '", "plain text", "'secret:NAME'")]
    [InlineData("env:MTASTS_NO_SUCH", "There is no environment variable 'MTASTS_NO_SUCH'", "Set it")]
    [InlineData("env:MTASTS_KEY=hunter2", "There is no environment variable 'MTASTS_KEY',", "Set it")]
    [InlineData("12345", "An object of the type Int32 is not a secret", "SecureString")]
    [InlineData("(,'hunter2')", "is not a secret", "SecureString")]
    [InlineData("secret:nobody", "The secret nobody was not found.", "Get-SecretInfo")]
    [InlineData("secret:locked", "The vault is locked.", "unlock")]
    [InlineData("secret:empty", "is empty or does not exist", "Get-SecretInfo")]
    [InlineData("secret:as-bytes", "comes as 3 objects", "Set-Secret")]
    [InlineData("secret:as-table", "is of the type Hashtable", "Set-Secret")]
    [InlineData("secret:twice", "'twice' comes as 2 objects", "-Vault")]
    public void What_is_no_secret_is_refused_with_advice_and_not_quoted(string argument, string reason, string advice)
    {
        _session.Run(Vault).ThrowIfFailed();

        var error = _session.Run($"Show-Secret {argument}").Error;

        Assert.Equal("ParameterArgumentTransformationError,MtaStsTools.PowerShell.Tests.Parameters.ShowSecretCommand", error.FullyQualifiedErrorId);
        Assert.True(error.Exception.Message.Contains(reason, StringComparison.Ordinal), error.Exception.Message);
        Assert.Contains(advice, error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_module_of_vaults_it_is_named()
    {
        var error = _session.Run("$env:PSModulePath = ''; Show-Secret secret:update-key").Error;

        Assert.Contains("the module Microsoft.PowerShell.SecretManagement is not installed", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("'env:NAME'", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_name_is_escaped_in_the_message()
    {
        var error = _session.Run("Show-Secret \"env:A`e[2J\"").Error;
        Assert.DoesNotContain('\u001B', error.Exception.Message);
    }

    [Fact]
    public void No_secret_is_no_secret() => Assert.Null(Assert.Single(_session.Run("Show-Secret $null").ThrowIfFailed().Output));

    [Fact]
    public void A_record_is_published_with_a_key_from_the_environment()
    {
        lab.Lab.Add(Sound("key-from-environment", "For a test of secrets.").WithMtaSts());
        using var session = lab.Open();
        session.Run("param($Value) $env:MTASTS_LAB_KEY_TEST = $Value", lab.Lab.UpdateKey.SecretBase64).ThrowIfFailed();
        session.Run("$PSDefaultParameterValues['*publish-MtaStsRecord:KeySecret'] = 'env:MTASTS_LAB_KEY_TEST'").ThrowIfFailed();

        session.Run("Publish-MtaStsRecord key-from-environment.test -Id 1").ThrowIfFailed();

        Assert.Equal(["v=STSv1; id=1;"], lab.Lab.Txt("key-from-environment.test", "_mta-sts"));
    }

    private static InitialSessionState WithShowSecret()
    {
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry("Show-Secret", typeof(ShowSecretCommand), null));
        return state;
    }
}
