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
