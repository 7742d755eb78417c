using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Infrastructure;

public sealed class ShellTests : IDisposable
{
    private readonly string _script = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.ps1");

    public void Dispose() => File.Delete(_script);

    [Theory]
    [InlineData("'done'", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("throw 'broken'", 1)]
    [InlineData("Get-Command no-such-command", 1)]
    [InlineData("Get-Command no-such-command; 'last one counts'", 0)]
    [InlineData("this is } not a script", 1)]
    public async Task Exit_codes_of_a_command_are_those_of_pwsh(string command, int expected)
    {
        var (exitCode, _, error) = await ShellProcess.RunAsync("-NoModule", "-Command", command);

        Assert.Equal(expected, exitCode);
        Assert.Equal(expected == 1 || command.Contains("no-such", StringComparison.Ordinal), error.Length > 0);
    }

    [Theory]
    [InlineData("'done'", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("& { exit 4 }; 'not reached'", 4)]
    [InlineData("throw 'broken'", 1)]
    public async Task Exit_codes_of_a_script_are_those_of_pwsh(string script, int expected)
    {
        await File.WriteAllTextAsync(_script, script);

        var (exitCode, output, _) = await ShellProcess.RunAsync("-NoModule", "-File", _script);

        Assert.Equal(expected, exitCode);
        Assert.DoesNotContain("not reached", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_gets_its_arguments_and_knows_where_it_lies()
    {
        await File.WriteAllTextAsync(_script, """
            param([string] $Name, [switch] $Loud, [Parameter(ValueFromRemainingArguments)] $Rest)
            "$Name|$Loud|$Rest|$PSScriptRoot"
            """);

        var (_, output, _) = await ShellProcess.RunAsync("-NoModule", "-File", _script, "-Name", "it's $HOME", "-Loud", "a b", "c");

        Assert.Equal($"it's $HOME|True|a b c|{Path.GetDirectoryName(_script)}", output);
    }

    [Fact]
    public async Task Messages_go_to_the_output_with_their_prefix_and_errors_to_the_error_output()
    {
        const string Command = """
            $VerbosePreference = $DebugPreference = 'Continue'
            & { [CmdletBinding()] param() $PSCmdlet.WriteVerbose('v'); $PSCmdlet.WriteWarning('w'); $PSCmdlet.WriteDebug('d'); $PSCmdlet.WriteProgress([Management.Automation.ProgressRecord]::new(1, 'p', 'q')) }
            throw 'broken'
            """;

        var (_, output, error) = await ShellProcess.RunAsync("-NoModule", "-Command", Command);

        Assert.Equal("VERBOSE: v\nWARNING: w\nDEBUG: d", output);
        Assert.Contains("broken", error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output + error);
    }

    [Theory]
    [InlineData("-Command")]
    [InlineData("-Nonsense")]
    public async Task A_bad_command_line_is_explained(string argument)
    {
        var (exitCode, _, error) = await ShellProcess.RunAsync(argument);

        Assert.Equal(64, exitCode);
        Assert.Contains($"'{argument}'", error, StringComparison.Ordinal);
        Assert.Contains("usage:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_module_is_imported_unless_asked_not_to()
    {
        Assert.Equal("MtaStsTools", (await ShellProcess.RunAsync("-Command", "(Get-Module).Name")).Output);
        Assert.Equal("", (await ShellProcess.RunAsync("-NoModule", "-Command", "(Get-Module).Name")).Output);
    }
}
