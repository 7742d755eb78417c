using System.Net.Sockets;
using System.Text.Json;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Http;
using Xunit;
using static MtaStsTools.Sdk.Tests.Publishing.Http.ScriptedHandler;

namespace MtaStsTools.Sdk.Tests.Publishing.Http;

public sealed class ApiClientTests
{
    private const string Token = "tok-5f1c9d";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly ApiRequest Reading = ApiRequest.Get("example.com", "zones");
    private static readonly ApiRequest Writing = ApiRequest.Json("POST", "example.com", writer => writer.WriteNullValue(), "zones");
    private static readonly HttpRequestException Refused = new("nobody there", new SocketException((int)SocketError.ConnectionRefused));
    private static readonly HttpRequestException Reset = new("gone", new IOException("gone", new SocketException((int)SocketError.ConnectionReset)));

    private readonly PauseRecorder _time = new();

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_reading_is_repeated_after_growing_pauses(int status)
    {
        var handler = new ScriptedHandler(Status(status), Status(status), Status(200));

        Assert.Equal(200, (await Client(handler).SendAsync(Reading, Stop)).Status);

        Assert.Equal(3, handler.Requests.Count);
        Assert.Equal(2, _time.Pauses.Count);
        Assert.All(_time.Pauses, pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_reading_is_repeated_where_no_connection_came_about_or_it_broke()
    {
        var handler = new ScriptedHandler(Throws(Refused), Throws(Reset), Status(200));
        await Client(handler).SendAsync(Reading, Stop);
        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public async Task A_reading_that_never_succeeds_is_repeated_as_often_as_was_said()
    {
        var handler = new ScriptedHandler(Status(503));
        var error = await FailAsync(handler, Reading);
        Assert.Equal((5, ProviderErrorKind.Unavailable, false), (handler.Requests.Count, error.Kind, error.MayHaveChanged));
    }

    [Fact]
    public async Task A_change_is_repeated_only_where_it_surely_was_not_taken()
    {
        var handler = new ScriptedHandler(Throws(Refused), Status(429), Status(200));
        await Client(handler).SendAsync(Writing, Stop);
        Assert.Equal(3, handler.Requests.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_change_that_the_service_failed_at_is_not_sent_again_and_may_have_been_made(int status)
    {
        var handler = new ScriptedHandler(Status(status));
        var error = await FailAsync(handler, Writing);
        Assert.Equal((1, ProviderErrorKind.Unavailable, true), (handler.Requests.Count, error.Kind, error.MayHaveChanged));
        Assert.Contains("not known", error.Message, StringComparison.Ordinal);
        Assert.Contains("Look", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_whose_connection_broke_may_have_been_made()
    {
        var error = await FailAsync(new ScriptedHandler(Throws(Reset)), Writing);
        Assert.Equal((ProviderErrorKind.Unavailable, true), (error.Kind, error.MayHaveChanged));
        Assert.Contains("the connection was reset", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_never_left_was_not_made()
    {
        var error = await FailAsync(new ScriptedHandler(Throws(Refused)), Writing);
        Assert.Equal((ProviderErrorKind.Unavailable, false), (error.Kind, error.MayHaveChanged));
        Assert.Contains("the connection was refused", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Sat, 31 Jan 2026 12:00:07 GMT")]
    public async Task The_service_is_given_the_time_that_it_asks_for(string retryAfter)
    {
        var handler = new ScriptedHandler(Status(429, "{}", ("Retry-After", retryAfter)), Status(200));
        await Client(handler).SendAsync(Writing, Stop);
        Assert.Equal([TimeSpan.FromSeconds(7)], _time.Pauses);
    }

    [Fact]
    public async Task A_longer_wait_than_is_allowed_is_told_and_not_waited()
    {
        var handler = new ScriptedHandler(Status(429, "{}", ("Retry-After", "3600")), Status(200));
        var error = await FailAsync(handler, Reading);
        Assert.Equal((1, ProviderErrorKind.RateLimited), (handler.Requests.Count, error.Kind));
        Assert.Contains("3600 s", error.Message, StringComparison.Ordinal);
        Assert.Empty(_time.Pauses);
    }

    [Theory]
    [InlineData(400, ProviderErrorKind.InvalidRequest)]
    [InlineData(401, ProviderErrorKind.Unauthorized)]
    [InlineData(403, ProviderErrorKind.Forbidden)]
    [InlineData(404, ProviderErrorKind.NotFound)]
    [InlineData(407, ProviderErrorKind.Unauthorized)]
    [InlineData(408, ProviderErrorKind.Timeout)]
    [InlineData(409, ProviderErrorKind.Conflict)]
    [InlineData(410, ProviderErrorKind.NotFound)]
    [InlineData(412, ProviderErrorKind.Conflict)]
    [InlineData(422, ProviderErrorKind.InvalidRequest)]
    [InlineData(429, ProviderErrorKind.RateLimited)]
    [InlineData(501, ProviderErrorKind.InvalidRequest)]
    [InlineData(503, ProviderErrorKind.Unavailable)]
    [InlineData(302, ProviderErrorKind.InvalidRequest)]
    public async Task Every_status_has_its_kind(int status, ProviderErrorKind kind)
    {
        var error = await FailAsync(new ScriptedHandler(Status(status, """{"message":"because"}""", ("x-request-id", "req-77"))), Reading);
        Assert.Equal(kind, error.Kind);
        Assert.Equal($"{status}, request req-77", error.Detail);
        Assert.StartsWith("example.com: Example at api.example.test ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("It says: because", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy);
        Assert.True(error.IsAuthenticated);
        Assert.Equal("api.example.test", error.Server);
    }

    [Fact]
    public async Task What_the_service_says_commands_no_terminal_and_shows_no_secret()
    {
        var body = JsonSerializer.Serialize(new { message = $"\u001B[2J{Token} is wrong " + new string('x', 1000) });
        var error = await FailAsync(new ScriptedHandler(Status(403, body, ("x-request-id", Token), ("cf-ray", "\u0007"))), Reading);
        Assert.DoesNotContain(Token, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', error.Message);
        Assert.InRange(error.Message.Length, 50, 500);
    }

    [Fact]
    public async Task A_redirect_is_named_and_never_followed()
    {
        var handler = new ScriptedHandler(Status(301, "", ("Location", "https://elsewhere.example/\u0007")));
        var error = await FailAsync(handler, Reading);
        Assert.Single(handler.Requests);
        Assert.Contains("elsewhere.example", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"name\":1}")]
    [InlineData("{\"name\":\"a b\"}")]
    [InlineData("{\"name\":\"\\ud800\"}")]
    [InlineData("{\"name\":null}")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("{\"name\":\"a\",}")]
    public async Task Anything_but_the_documented_JSON_is_no_answer(string body)
    {
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => Client(new ScriptedHandler(Status(200, body))).SendAsync(Writing, json => json["name"].Name(), Stop));
        Assert.Equal((ProviderErrorKind.MalformedAnswer, true, "200"), (error.Kind, error.MayHaveChanged, error.Detail));
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task JSON_without_bottom_is_no_answer()
    {
        var body = new string('[', 900);
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => Client(new ScriptedHandler(Status(200, body))).SendAsync(Reading, json => json.Items().Count, Stop));
        Assert.Equal(ProviderErrorKind.MalformedAnswer, error.Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_is_read_up_to_a_length(bool lengthIsTold)
    {
        var handler = new ScriptedHandler(_ => new HttpResponseMessage { Content = lengthIsTold ? new ByteArrayContent(new byte[2000]) : new StreamContent(new EndlessStream()) });
        var error = await FailAsync(handler, Reading);
        Assert.Equal(ProviderErrorKind.MalformedAnswer, error.Kind);
        Assert.Contains("1000 octets", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_huge_error_page_does_not_hide_the_error()
    {
        var handler = new ScriptedHandler(Status(403, new string('x', 5000)));
        Assert.Equal(ProviderErrorKind.Forbidden, (await FailAsync(handler, Reading)).Kind);
    }

    [Fact]
    public async Task An_answer_that_stops_half_way_runs_into_the_time_limit()
    {
        var handler = new ScriptedHandler(_ => new HttpResponseMessage { Content = new StreamContent(new SilentStream()) });
        var options = new HttpApiOptions { Handler = handler, Timeout = TimeSpan.FromMilliseconds(50), Retries = 0 };
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => Client(options).SendAsync(Writing, Stop));
        Assert.Equal((ProviderErrorKind.Timeout, true), (error.Kind, error.MayHaveChanged));
        Assert.Contains("50 ms", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cancels_while_the_answer_comes_gets_a_cancellation()
    {
        var handler = new ScriptedHandler(_ => new HttpResponseMessage { Content = new StreamContent(new SilentStream()) });
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(handler).SendAsync(Reading, cancel.Token));
    }

    [Fact]
    public async Task Each_request_says_who_asks_and_what_it_wants()
    {
        var handler = new ScriptedHandler(Status(200));
        var request = Reading with { Path = ["a b", "c/d", "é"], Query = [("name", "x&y=z")], Headers = [("If-Match", "\"1\"")] };
        await Client(handler).SendAsync(request, Stop);
        var sent = Assert.Single(handler.Requests);
        Assert.Equal("https://api.example.test/v1/a%20b/c%2Fd/%C3%A9?name=x%26y%3Dz", sent.RequestUri!.AbsoluteUri);
        Assert.StartsWith("MtaStsTools/", sent.Headers.UserAgent.ToString(), StringComparison.Ordinal);
        Assert.Equal("\"1\"", sent.Headers.IfMatch.ToString());
        Assert.Equal("Bearer " + Token, sent.Headers.Authorization!.ToString());
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task A_segment_that_would_climb_is_not_sent(string segment)
    {
        var handler = new ScriptedHandler(Status(200));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Client(handler).SendAsync(Reading with { Path = ["zones", segment] }, Stop));
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task Pages_are_read_to_the_last()
    {
        var handler = new ScriptedHandler(Status(200, """{"items":["a","b"],"next":"2"}"""), Status(200, """{"items":["c"]}"""));
        Assert.Equal(["a", "b", "c"], await PagesAsync(handler));
        Assert.Equal("?page=2", handler.Requests.Last().RequestUri!.Query);
    }

    [Fact]
    public async Task Pages_that_lead_in_a_circle_are_no_answer()
    {
        var handler = new ScriptedHandler(Status(200, """{"items":[],"next":"2"}"""));
        var error = await Assert.ThrowsAsync<DnsProviderException>(() => PagesAsync(handler));
        Assert.Equal(ProviderErrorKind.MalformedAnswer, error.Kind);
        Assert.Equal(2, handler.Requests.Count);
    }

    private Task<IReadOnlyList<string>> PagesAsync(ScriptedHandler handler) => Client(handler).ReadPagesAsync(
        Reading,
        (first, page) => first with { Query = [("page", page)] },
        json => new Page<string>([.. json["items"].Items().Select(item => item.Name())], json.Find("next")?.Name()),
        Stop);

    private async Task<DnsProviderException> FailAsync(ScriptedHandler handler, ApiRequest request) =>
        await Assert.ThrowsAsync<DnsProviderException>(() => Client(handler).SendAsync(request, Stop));

    private ApiClient Client(ScriptedHandler handler) => Client(new HttpApiOptions { Handler = handler, TimeProvider = _time, Timeout = PauseRecorder.Never, MaxAnswerLength = 1000 });

    private static ApiClient Client(HttpApiOptions options) => new(
        new ApiService
        {
            Name = "Example",
            Endpoint = new Uri("https://api.example.test/v1/"),
            Fail = ApiError.ToDnsProvider,
            Secrets = [ProviderSecret.FromText(Token)],
            Authorize = (message, _, _) =>
            {
                message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Token);
                return Task.CompletedTask;
            },
            UnauthorizedRemedy = "Check the token.",
            ForbiddenRemedy = "Give the token more rights.",
        },
        options);
}
