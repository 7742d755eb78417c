using System.Management.Automation;
using System.Text;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>Policy files: read, written, tested.</summary>
public sealed class PolicyFileTests : IDisposable
{
    private const string Text = "version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmax_age: 2419200\r\n";

    private readonly TemporaryFolder _folder = new();
    private readonly ModuleSession _session = new();

    public PolicyFileTests() =>
        _session.Set("file", _folder.File("mta-sts.txt"))
            .Set("policy", _session.Run("New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge 4w").ThrowIfFailed().Output.Single());

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_is_written_is_utf8_without_mark_and_with_crlf()
    {
        _session.Run("$policy | Export-MtaStsPolicy -Path $file").ThrowIfFailed();

        Assert.Equal(Encoding.ASCII.GetBytes(Text), File.ReadAllBytes(_folder.File("mta-sts.txt")));
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var same = _session.Run("$policy | Export-MtaStsPolicy $file; (Import-MtaStsPolicy $file) -eq $policy");

        Assert.True(same.Only<bool>());
    }

    [Fact]
    public void Export_is_silent_and_gives_the_file_when_asked()
    {
        Assert.Empty(_session.Run("$policy | Export-MtaStsPolicy $file").ThrowIfFailed().Output);
        Assert.Equal("mta-sts.txt", _session.Run("($policy | Export-MtaStsPolicy $file -PassThru).Name").Only<string>());
    }

    [Fact]
    public void WhatIf_names_the_file_and_writes_none()
    {
        var screen = _session.Render("$policy | Export-MtaStsPolicy $file -WhatIf");

        Assert.Contains("mta-sts.txt", screen, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("mta-sts.txt")));
    }

    [Theory]
    [InlineData("n\n", false)]
    [InlineData("y\n", true)]
    public void Confirm_asks_first(string answer, bool written)
    {
        using var session = new ModuleSession(answers: answer);
        session.Set("file", _folder.File("asked.txt"));

        session.Run("New-MtaStsPolicy -Mode None -MaxAge 1d | Export-MtaStsPolicy $file -Confirm").ThrowIfFailed();

        Assert.Equal(written, File.Exists(_folder.File("asked.txt")));
    }

    [Fact]
    public void NoClobber_leaves_what_is_there()
    {
        File.WriteAllText(_folder.File("mta-sts.txt"), "mine");

        var result = _session.Run("$policy | Export-MtaStsPolicy $file -NoClobber");

        ErrorAssert.Is(result, "FileExists", ErrorCategory.ResourceExists, _folder.File("mta-sts.txt"));
        Assert.Equal("mine", File.ReadAllText(_folder.File("mta-sts.txt")));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_with_its_path()
    {
        _session.Set("elsewhere", _folder.File("gone/mta-sts.txt"));

        var result = _session.Run("$policy | Export-MtaStsPolicy $elsewhere");

        ErrorAssert.Is(result, "PathNotFound", ErrorCategory.ObjectNotFound, _folder.File("gone/mta-sts.txt"));
    }

    [Fact]
    public void Two_policies_to_one_path_are_an_error()
    {
        var result = _session.Run("$policy, $policy | Export-MtaStsPolicy $file");

        ErrorAssert.Is(result, "PathUsedTwice", ErrorCategory.InvalidArgument, _folder.File("mta-sts.txt"));
    }

    [Fact]
    public void Each_policy_can_name_its_file()
    {
        _session.Set("folder", _folder.File("")).Run("$policy, (New-MtaStsPolicy None) | Export-MtaStsPolicy -Path { \"$folder/$($_.Mode).txt\" }").ThrowIfFailed();

        Assert.True(File.Exists(_folder.File("Enforce.txt")) && File.Exists(_folder.File("None.txt")));
    }

    [Theory]
    [InlineData("Import-MtaStsPolicy -LiteralPath $folder")]
    [InlineData("Test-MtaStsPolicy -LiteralPath $folder")]
    [InlineData("$policy | Export-MtaStsPolicy -LiteralPath $folder")]
    public void A_folder_is_no_file(string script)
    {
        var result = _session.Set("folder", _folder.File("")).Run(script);

        Assert.StartsWith("PathIsFolder,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("is a folder", result.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Wildcards_name_many_files_and_a_literal_path_is_taken_as_it_stands()
    {
        foreach (var name in new[] { "a.txt", "b.txt", "[c].txt" })
            File.WriteAllText(_folder.File(name), Text);
        _session.Set("all", _folder.File("*.txt")).Set("bracket", _folder.File("[c].txt"));

        Assert.Equal(3, _session.Run("Import-MtaStsPolicy $all").ThrowIfFailed().Output.Count);
        Assert.Single(_session.Run("Import-MtaStsPolicy -LiteralPath $bracket").ThrowIfFailed().Output);
        Assert.Single(_session.Run("[pscustomobject]@{ PSPath = $bracket } | Import-MtaStsPolicy").ThrowIfFailed().Output);
    }

    [Theory]
    [InlineData("Import-MtaStsPolicy")]
    [InlineData("Test-MtaStsPolicy")]
    public void A_file_that_is_not_there_is_an_error_and_the_next_one_is_read(string command)
    {
        File.WriteAllText(_folder.File("bad.txt"), "version: STSv1\r\nmode: enforce\r\nmx: mail.example.com\r\nmax_age: 60\r\n");
        _session.Set("paths", new[] { _folder.File("gone.txt"), _folder.File("bad.txt") });

        var result = _session.Run($"{command} -Path $paths");

        ErrorAssert.Is(result, "PathNotFound", ErrorCategory.ObjectNotFound, _folder.File("gone.txt"));
        Assert.NotEmpty(result.Output);
    }

    [Fact]
    public void An_invalid_file_is_an_error_that_names_file_and_line()
    {
        File.WriteAllText(_folder.File("mta-sts.txt"), "version: STSv1\r\nmode: enforce\r\nmx: *\r\nmax_age: 604800\r\n");

        var error = ErrorAssert.Is(_session.Run("Import-MtaStsPolicy $file"), "InvalidPolicy", ErrorCategory.InvalidData, _folder.File("mta-sts.txt"));

        Assert.Contains("mta-sts.txt", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("line 3", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_of_a_file_name_the_file_and_see_its_octets()
    {
        File.WriteAllBytes(_folder.File("mta-sts.txt"), [0xEF, 0xBB, 0xBF, .. Encoding.ASCII.GetBytes(Text)]);

        var result = _session.Run("Test-MtaStsPolicy $file | ForEach-Object { \"$($_.Severity) $($_.Offset) $($_.Subject -eq $file)\" }");

        Assert.Equal(["Error 0 True"], result.ThrowIfFailed().Values<string>());
        Assert.False(_session.Run("Test-MtaStsPolicy $file -Quiet").Only<bool>());
    }

    [Fact]
    public void A_path_of_another_provider_is_refused()
    {
        var result = _session.Run("Import-MtaStsPolicy -LiteralPath Env:PATH");

        Assert.StartsWith("NotAFileSystemPath,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
