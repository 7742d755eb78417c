namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary>What Tab offers.</summary>
public sealed class CompletionTests(LabFixture lab)
{
    [Theory]
    [InlineData("New-MtaStsPolicy -Mode ", "Testing")]
    [InlineData("New-MtaStsPolicy -Mode En", "Enforce")]
    [InlineData("New-MtaStsPolicy -MaxAge ", "4w")]
    [InlineData("Publish-MtaStsRecord -KeyAlgorithm ", "HmacSha256")]
    [InlineData("Get-MtaStsRule MTASTS1", "MTASTS1001")]
    [InlineData("Test-MtaStsDomain -Obs", "-Observation")]
    public void Tab_offers_what_fits(string line, string expected)
    {
        using var session = lab.Open();

        Assert.Contains(expected, session.Complete(line));
    }

    [Theory]
    [InlineData("Test-MtaStsDomain ")]
    [InlineData("Get-MtaStsPolicy -Domain comp")]
    [InlineData("Publish-MtaStsRecord 'comp")]
    [InlineData("New-MtaStsPolicy -FromDomain ")]
    public void Domains_that_were_used_are_offered_again(string line)
    {
        using var session = lab.Open();
        session.Run("Get-MtaStsRecord completed.test -ErrorAction Ignore").ThrowIfFailed();

        Assert.Contains(session.Complete(line), completion => completion.Contains("completed.test", StringComparison.Ordinal));
    }
}
