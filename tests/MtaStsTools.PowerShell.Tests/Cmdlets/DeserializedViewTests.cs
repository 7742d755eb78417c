namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>A view of an object that was saved, or came from a job or another machine, shows what the view of the object itself shows.</summary>
public sealed class DeserializedViewTests(LabFixture lab)
{
    private const string Reborn = "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($value, 30))";

    [Theory]
    [InlineData("Test-MtaStsDomain uncovered-backup-mx.test")]
    [InlineData("(Test-MtaStsDomain mx-expired.test).MailExchangers")]
    [InlineData("(Test-MtaStsDomain mx-expired.test).Findings")]
    [InlineData("(Test-MtaStsDomain good.test).Observation")]
    [InlineData("(Test-MtaStsDomain good.test).Observation.PolicyHost.Fetches")]
    [InlineData("(Test-MtaStsDomain good.test).Observation.Record.Records")]
    [InlineData("Get-MtaStsPolicy good.test")]
    [InlineData("Get-MtaStsRecord good.test")]
    [InlineData("Get-TlsRptRecord good.test")]
    [InlineData("Get-MtaStsRule MTASTS1004")]
    public void A_saved_object_looks_like_the_object(string script)
    {
        using var session = lab.Open(80);
        session.Run($"$value = {script}; $reborn = {Reborn}").ThrowIfFailed();

        Assert.Equal(session.Render("$value"), session.Render("$reborn"));
    }

    [Theory]
    [InlineData("$reborn.Verdict -eq 'Fail'")]
    [InlineData("\"$($reborn.Verdict) $($reborn.Mode)\" -eq 'Fail Enforce'")]
    [InlineData("$reborn.MailExchangers[0].Outcome -eq 'Refuse' -and $reborn.MailExchangers[0].Dane -eq 'None'")]
    [InlineData("@($reborn.Findings | Where-Object Severity -eq 'Error').Count -eq 1")]
    [InlineData("$reborn.Verdict -eq [MtaStsTools.Verdict]::Fail")]
    [InlineData("(Test-MtaStsDomain -Observation $reborn).Verdict -eq 'Fail'")]
    public void A_script_may_compare_words_wherever_a_report_came_from(string condition)
    {
        using var session = lab.Open();
        session.Run($"$value = Test-MtaStsDomain mx-expired.test; $reborn = {Reborn}").ThrowIfFailed();

        Assert.True(session.Run(condition).ThrowIfFailed().Only<bool>());
    }

    /// <summary>All but those that no object of a cmdlet has.</summary>
    [Fact]
    public void Every_enumeration_travels_as_its_word()
    {
        using var session = lab.Open();

        Assert.All(typeof(DomainReport).Assembly.GetExportedTypes().Where(type => type.IsEnum && type != typeof(PublishStage)), type =>
            Assert.Equal($"<S>{Enum.GetValues(type).GetValue(0)}</S>", session.Run($"([Management.Automation.PSSerializer]::Serialize([Enum]::GetValues([{type.FullName}])[0]) -split '\\r?\\n')[1].Trim()").ThrowIfFailed().Only<string>()));
    }

    [Theory]
    [InlineData("Test-MtaStsDomain mx-expired.test")]
    [InlineData("(Test-MtaStsDomain mx-expired.test).MailExchangers")]
    [InlineData("(Test-MtaStsDomain mx-expired.test).Findings")]
    [InlineData("(Test-MtaStsDomain mx-expired.test).Observation")]
    public void The_set_for_a_spreadsheet_is_there_wherever_an_object_came_from(string script)
    {
        using var session = lab.Open();
        session.Run($"$value = @({script})[0]; $reborn = {Reborn}").ThrowIfFailed();

        Assert.Equal(
            session.Run("$value.PSObject.Members['Spreadsheet'].ReferencedPropertyNames | ForEach-Object { \"$_=$($value.$_)\" }").ThrowIfFailed().Values<string>(),
            session.Run("$reborn.PSObject.Members['Spreadsheet'].ReferencedPropertyNames | ForEach-Object { \"$_=$($reborn.$_)\" }").ThrowIfFailed().Values<string>());
    }

    [Fact]
    public void What_was_cut_off_is_left_out_and_not_made_up()
    {
        using var session = lab.Open();
        session.Run("$value = Test-MtaStsDomain good.test; $reborn = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($value, 1))").ThrowIfFailed();

        var screen = session.Render("$reborn");

        Assert.Contains("Pass  good.test  (mode enforce)", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("max_age 0", screen, StringComparison.Ordinal);
        Assert.DoesNotContain("DANE", screen, StringComparison.Ordinal);
    }
}
