using System.Text;
using MtaStsTools.Doubles;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Http;
using MtaStsTools.Sdk.Tests.Publishing.Hosts;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Publishing.Rest;

/// <summary>What <see cref="PolicyHostContract"/> demands and more, of every host that asks a service by HTTP.</summary>
public abstract class RestHostContract : PolicyHostContract, IDisposable
{
    private protected abstract ServiceDouble Service { get; }

    private protected abstract string Secret { get; }

    public void Dispose()
    {
        Service.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract IPolicyHost CreateHost(string secret, HttpApiOptions api);

    protected override bool RefusesWhatChanged(IPolicyHost host) => true;

    [Theory]
    [InlineData(401, ProviderErrorKind.Unauthorized)]
    [InlineData(403, ProviderErrorKind.Forbidden)]
    [InlineData(409, ProviderErrorKind.Conflict)]
    [InlineData(429, ProviderErrorKind.RateLimited)]
    [InlineData(500, ProviderErrorKind.Unavailable)]
    public async Task A_status_that_stays_has_its_kind_whatever_is_done(int status, ProviderErrorKind kind)
    {
        var test = await CreateAsync(Old);
        var change = await ChangeAsync(test, New);
        Service.Fault = _ => ServiceAnswer.Text(status, $"{{\"message\":\"{Secret} \\u001b[2J\"}}");

        foreach (var error in new[]
        {
            await Assert.ThrowsAsync<PolicyHostException>(() => test.Host.ReadAsync(test.Domain, Stop)),
            await Assert.ThrowsAsync<PolicyHostException>(() => test.Host.ApplyAsync(change, Stop)),
        })
        {
            Assert.Equal(kind, error.Kind);
            AssertHarmless(error);
        }

        Service.Fault = null;
        Assert.Equal(Old, await ReadAsync(test));
    }

    [Fact]
    public async Task A_change_that_the_service_failed_at_is_sent_once_and_may_have_been_made()
    {
        var test = await CreateAsync(Old);
        var change = await ChangeAsync(test, New);
        var sent = 0;
        Service.Fault = request => !request.IsRead && Interlocked.Increment(ref sent) > 0 ? ServiceAnswer.Json(500, new { }) : null;
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => test.Host.ApplyAsync(change, Stop));
        Assert.Equal((1, ProviderErrorKind.Unavailable, true), (sent, error.Kind, error.MayHaveChanged));
    }

    [Fact]
    public async Task What_the_service_could_not_take_for_a_while_is_asked_again()
    {
        var test = await CreateAsync(Old);
        var failures = 2;
        Service.Fault = request => Interlocked.Decrement(ref failures) >= 0 ? ServiceAnswer.Json(request.IsRead ? 503 : 429, new { }) : null;
        await test.Host.ApplyAsync(await ChangeAsync(test, New), Stop);
        Assert.Equal(New, await ReadAsync(test));
    }

    [Fact]
    public async Task A_slow_answer_runs_into_the_time_limit()
    {
        var test = await CreateAsync(Old);
        Service.Fault = _ => ServiceAnswer.Json(200, new { }) with { Delay = TimeSpan.FromSeconds(20) };
        var host = CreateHost(Secret, new HttpApiOptions { Timeout = TimeSpan.FromMilliseconds(300), Retries = 0 });
        Assert.Equal(ProviderErrorKind.Timeout, (await Assert.ThrowsAsync<PolicyHostException>(() => host.ReadAsync(test.Domain, Stop))).Kind);
    }

    [Fact]
    public async Task A_huge_answer_is_not_read_to_its_end()
    {
        var test = await CreateAsync(Old);
        Service.Fault = _ => ServiceAnswer.Text(200, new string(' ', 200_000));
        Assert.Equal(ProviderErrorKind.MalformedAnswer, (await Assert.ThrowsAsync<PolicyHostException>(() => test.Host.ReadAsync(test.Domain, Stop))).Kind);
    }

    [Fact]
    public async Task A_wrong_secret_is_not_accepted_and_not_shown()
    {
        const string wrong = "wr0ng-Secret-Of-The-Test";
        var test = await CreateAsync(Old);
        var host = CreateHost(wrong, Fast());
        var error = await Assert.ThrowsAsync<PolicyHostException>(() => host.ReadAsync(test.Domain, Stop));
        Assert.Equal(ProviderErrorKind.Unauthorized, error.Kind);
        Assert.DoesNotContain(wrong, $"{error}{error.Detail}{error.Remedy}{host}{host.Description}", StringComparison.Ordinal);
    }

    private protected static HttpApiOptions Fast() => new() { FirstPause = TimeSpan.FromMilliseconds(1), MaxAnswerLength = 100_000 };

    private protected static byte[] Octets(string text) => Encoding.UTF8.GetBytes(text);

    private void AssertHarmless(PolicyHostException error)
    {
        var shown = $"{error}{error.Detail}{error.Remedy}";
        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', shown);
        Assert.NotEmpty(error.Remedy);
    }
}
