namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>Objects as rows: every cell is a fact and none the name of a type.</summary>
public sealed class SpreadsheetTests(LabFixture lab)
{
    // What Export-Csv writes into a row: the text of every property.
    private const string Row = "ForEach-Object { ($_.PSObject.Properties | ForEach-Object { if ($null -ne $_.Value) { $_.Value.ToString() } }) -join \"`n\" }";

    [Theory]
    [InlineData("Test-MtaStsDomain uncovered-backup-mx.test")]
    [InlineData("(Test-MtaStsDomain uncovered-backup-mx.test).MailExchangers")]
    [InlineData("(Test-MtaStsDomain uncovered-backup-mx.test).Findings")]
    [InlineData("(Test-MtaStsDomain uncovered-backup-mx.test).Observation")]
    [InlineData("(Test-MtaStsDomain uncovered-backup-mx.test).Observation.MailExchangers")]
    [InlineData("'version: STSv1' | Test-MtaStsPolicy")]
    [InlineData("Get-MtaStsPolicy good.test")]
    [InlineData("Get-TlsRptRecord good.test")]
    public void No_cell_is_the_name_of_a_type(string script)
    {
        using var session = lab.Open();

        var rows = session.Run($"{script} | {Row}").ThrowIfFailed().Values<string>();

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            Assert.DoesNotContain("MtaStsTools.", row, StringComparison.Ordinal);
            Assert.DoesNotContain("System.", row, StringComparison.Ordinal);
            Assert.DoesNotContain(" { ", row, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("FindingIds", "MTASTS6001")]
    [InlineData("MxHosts", "mx1.uncovered-backup-mx.test backup.uncovered-backup-mx.test")]
    [InlineData("RefusedHosts", "backup.uncovered-backup-mx.test")]
    [InlineData("PolicyMx", "mx1.uncovered-backup-mx.test")]
    [InlineData("RecordId", "20260101T000000")]
    [InlineData("MaxAgeSeconds", "2592000")]
    public void A_report_has_a_property_for_each_cell(string property, string expected)
    {
        using var session = lab.Open();

        Assert.Equal(expected, session.Run($"\"$((Test-MtaStsDomain uncovered-backup-mx.test).{property})\"").Only<string>());
    }

    [Theory]
    [InlineData("Test-MtaStsDomain good.test")]
    [InlineData("(Test-MtaStsDomain good.test).Observation")]
    [InlineData("(Test-MtaStsDomain mx-expired.test).Findings")]
    [InlineData("(Test-MtaStsDomain mx-expired.test).MailExchangers")]
    public void A_set_of_properties_makes_the_row(string script)
    {
        using var session = lab.Open();

        var names = session.Run($"@({script})[0].PSObject.Members['Spreadsheet'].ReferencedPropertyNames").ThrowIfFailed().Values<string>();

        Assert.True(names.Count > 3);
        Assert.All(names, name => Assert.True(session.Run($"$null -ne @({script})[0].PSObject.Properties['{name}']").Only<bool>(), name));
    }
}
