namespace MtaStsTools.Core.Tests;

public sealed class ConnectionTests
{
    [Fact]
    public void Only_what_could_not_or_must_not_connect_says_nothing_of_the_server()
    {
        Assert.Equal(
            [SmtpOutcome.AddressNotAllowed, SmtpOutcome.ConnectFailed, SmtpOutcome.ConnectTimeout, SmtpOutcome.NotReached],
            Enum.GetValues<SmtpOutcome>().Where(outcome => !outcome.IsConnected()));
        Assert.Equal(
            [PolicyFetchOutcome.AddressNotAllowed, PolicyFetchOutcome.ConnectFailed, PolicyFetchOutcome.ConnectTimeout, PolicyFetchOutcome.NotReached],
            Enum.GetValues<PolicyFetchOutcome>().Where(outcome => !outcome.IsConnected()));
    }
}
