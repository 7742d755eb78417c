using System.Management.Automation;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>Lists of domains as people keep them.</summary>
public sealed class DomainListTests(LabFixture lab)
{
    private const string List = "'# customers', '', '  good.test  ', \"`t\", 'not-configured.test # moved', $null";

    [Theory]
    [InlineData(List + " | Test-MtaStsDomain -SkipSmtp -PreserveOrder")]
    [InlineData("Test-MtaStsDomain (" + List + ") -SkipSmtp -PreserveOrder")]
    [InlineData("[pscustomobject]@{ Domain = 'good.test ' }, [pscustomobject]@{ Domain = '' }, [pscustomobject]@{ Domain = 'not-configured.test' } | Test-MtaStsDomain -SkipSmtp -PreserveOrder")]
    [InlineData("[pscustomobject]@{ Customer = 'good.test' }, [pscustomobject]@{ Customer = 'not-configured.test' } | Test-MtaStsDomain -Domain { $_.Customer } -SkipSmtp -PreserveOrder")]
    public void Blanks_and_comments_name_no_domain(string script)
    {
        using var session = lab.Open();

        var domains = session.Run($"{script} | ForEach-Object Domain").ThrowIfFailed().Values<string>();

        Assert.Equal(["good.test", "not-configured.test"], domains);
    }

    [Fact]
    public void Other_commands_read_the_same_lists()
    {
        using var session = lab.Open();

        var result = session.Run($"{List} | Get-MtaStsRecord | ForEach-Object Domain");

        Assert.Equal(["good.test"], result.Values<string>());
        ErrorAssert.Is(result, "NotPublished", ErrorCategory.ObjectNotFound, "not-configured.test");
    }

    [Theory]
    [InlineData("Test-MtaStsDomain")]
    [InlineData("Get-MtaStsRecord")]
    [InlineData("Get-MtaStsPolicy")]
    public void A_row_without_the_column_is_told_as_such(string command)
    {
        using var session = lab.Open();

        var result = session.Run($"[pscustomobject]@{{ Kunde = 'good.test'; Ort = 'Bonn' }} | {command}");

        Assert.Empty(result.Output);
        Assert.StartsWith("NoDomainProperty,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("@{Kunde=good.test; Ort=Bonn}", result.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Test-MtaStsDomain ''")]
    [InlineData("Get-MtaStsRecord $unset")]
    public void A_lone_blank_argument_is_an_error(string script)
    {
        using var session = lab.Open();

        ErrorAssert.Is(session.Run(script), "InvalidDomainName", ErrorCategory.InvalidArgument, "");
    }

    [Fact]
    public void The_order_of_the_list_can_be_kept()
    {
        string[] domains = ["slow-drip.test", "good.test", "two-records.test", "testing-good.test", "good.test", "redirect.test"];
        using var session = lab.Open();

        var result = session.Set("domains", domains).Run("$domains | Test-MtaStsDomain -SkipSmtp -TimeoutSec 2 -PreserveOrder | ForEach-Object Domain");

        Assert.Equal(domains, result.ThrowIfFailed().Values<string>());
    }
}
