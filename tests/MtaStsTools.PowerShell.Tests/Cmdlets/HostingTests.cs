using System.Management.Automation;
using System.Management.Automation.Language;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary><c>Export-MtaStsHosting</c> as it is typed.</summary>
public sealed class HostingTests : IDisposable
{
    private const string Evil = "caf\u00E9 \U0001F600 \u2028 \"; } ${x} 'y' # \\u0041 : - [";

    private readonly ModuleSession _session = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_files_of_many_domains_are_written_with_their_own_policies()
    {
        var paths = _session.Run($$"""
            $rows = foreach ($name in 'one.example', 'two.example') { [pscustomobject]@{ Domain = $name; Policy = New-MtaStsPolicy -Mode Testing -Mx "mx.$name" -MaxAge 1d } }
            $rows | Export-MtaStsHosting -Format Caddy -Path '{{_folder.File("caddy")}}' -PassThru | ForEach-Object { $_.FullName }
            """).ThrowIfFailed().Values<string>();

        Assert.Equal(3, paths.Count);
        Assert.Equal("version: STSv1\r\nmode: testing\r\nmx: mx.two.example\r\nmax_age: 86400\r\n", File.ReadAllText(_folder.File("caddy/www/mta-sts.two.example/.well-known/mta-sts.txt")));
        Assert.Contains("\nhttps://mta-sts.one.example {\n", File.ReadAllText(_folder.File("caddy/Caddyfile")), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        _session.Run($"Export-MtaStsHosting example.com -Policy (New-MtaStsPolicy -Mode None -MaxAge 1d) -Format Nginx -Path '{_folder.File("nginx")}' -WhatIf").ThrowIfFailed();
        Assert.False(Directory.Exists(_folder.File("nginx")));
    }

    [Theory]
    [InlineData("not..valid -Format Caddy", "InvalidDomainName", ErrorCategory.InvalidArgument)]
    [InlineData("example.com, EXAMPLE.com -Format Caddy", "InvalidArgument", ErrorCategory.InvalidArgument)]
    [InlineData("example.com -Format Nginx -Root 'x; y'", "InvalidArgument", ErrorCategory.InvalidArgument)]
    public void What_cannot_be_written_is_an_error(string parameters, string errorId, ErrorCategory category)
    {
        var error = _session.Run($"Export-MtaStsHosting {parameters} -Policy (New-MtaStsPolicy -Mode None -MaxAge 1d) -Path '{_folder.File("x")}'").Error;
        Assert.Equal((errorId, category), (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category));
        Assert.False(Directory.Exists(_folder.File("x")));
    }

    [Fact]
    public void The_script_for_IIS_is_read_by_PowerShell()
    {
        Export("Iis");
        Parser.ParseFile(_folder.File("out/New-PolicySites.ps1"), out _, out var errors);
        Assert.Empty(errors);
        Assert.True(File.Exists(_folder.File("out/mta-sts.evil.example/web.config")));
    }

    private void Export(string format) => _session.Set("text", $"version: STSv1\nmode: none\nmax_age: 60\nnote: {Evil}\n")
        .Run($"Export-MtaStsHosting evil.example -Policy (ConvertFrom-MtaStsPolicy $text) -Format {format} -Path '{_folder.File("out")}'").ThrowIfFailed();
}
