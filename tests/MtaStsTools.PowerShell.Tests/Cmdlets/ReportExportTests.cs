using System.Management.Automation;
using System.Text.Json;
using MtaStsTools.PowerShell.Tests.Engine;
using MtaStsTools.Reporting;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary><c>Export-MtaStsReport</c>: documents of reports and findings, to the pipeline and to files.</summary>
public sealed class ReportExportTests(LabFixture lab) : IDisposable
{
    private readonly ModuleSession _session = lab.Open();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Reports_of_live_domains_become_every_form() => Assert.All(Enum.GetNames<ReportFormat>(), format =>
    {
        var text = Export("good.test, not-configured.test", $"| Export-MtaStsReport {format}").Only<string>();
        Assert.Contains("not-configured.test", text, StringComparison.Ordinal);
    });

    [Fact]
    public void A_form_of_findings_is_nothing_where_there_is_none() => Assert.Empty(Export("good.test", "| Export-MtaStsReport GitHub").ThrowIfFailed().Output);

    [Fact]
    public void A_file_is_written_whole_with_the_mark_that_spreadsheets_need()
    {
        var path = _folder.File("report.csv");
        var file = Export("good.test", "| Export-MtaStsReport Csv $Path -PassThru", path).Only<FileInfo>();
        Assert.Equal(path, file.FullName);
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'D'], File.ReadAllBytes(path)[..4]);
        Assert.StartsWith("good.test,Pass,Enforce,True,", File.ReadAllLines(path)[1], StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void Lines_of_AsJson_and_findings_of_files_are_taken()
    {
        using var array = JsonDocument.Parse(Export("good.test", "-AsJson | Export-MtaStsReport Json").Only<string>());
        Assert.Equal(1, array.RootElement.GetArrayLength());

        var policy = _folder.File("mta-sts.txt");
        File.WriteAllText(policy, "version: STSv1\r\nmode: enforced\r\nmax_age: 604800\r\nmx: mail.example.com\r\n");
        var line = _session.Run("param($Path) Test-MtaStsPolicy -Path $Path | Export-MtaStsReport GitHub", policy).Only<string>();
        Assert.StartsWith($"::error file={policy},line=2,col=7,title=MTASTS", line, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_writes_nothing_and_NoClobber_replaces_nothing()
    {
        var path = _folder.File("report.md");
        Export("good.test", "| Export-MtaStsReport Markdown $Path -WhatIf", path);
        Assert.False(File.Exists(path));
        File.WriteAllText(path, "kept");
        ErrorAssert.Is(Export("good.test", "| Export-MtaStsReport Markdown $Path -NoClobber", path), "FileExists", ErrorCategory.ResourceExists, path);
        Assert.Equal("kept", File.ReadAllText(path));
    }

    [Fact]
    public void What_is_no_report_is_an_error_and_the_rest_is_written()
    {
        var result = _session.Run("1, '{}' | Export-MtaStsReport Markdown");
        Assert.Equal(["NotAReport", "InvalidReport"], result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Theory]
    [InlineData("Test-MtaStsPolicy -Text 'version: STSv1' | Export-MtaStsReport Prometheus", "Prometheus is made of reports on domains, and not of single findings.")]
    [InlineData("Test-MtaStsDomain not-configured.test | ForEach-Object { $_; $_.Findings } | Export-MtaStsReport Csv", "Reports on domains and single findings do not go into one document: the reports have findings of their own.")]
    public void What_does_not_go_into_one_document_ends_the_command(string script, string message)
    {
        var error = _session.Run(script).Error;
        Assert.Equal("ReportNotExported", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(message, error.Exception.Message);
    }

    private CommandResult Export(string domains, string export, string path = "") => _session.Run($"param($Path) Test-MtaStsDomain {domains} {export}", path);
}
