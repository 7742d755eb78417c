using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MtaStsTools.Conversion;

namespace MtaStsTools.Core.Tests.Conversion;

/// <summary>Values as parameters of a minimal API: they bind, or the answer is 400.</summary>
public sealed class RouteTests
{
    [Theory]
    [InlineData("/domain/b%C3%BCcher.example", "xn--bcher-kva.example")]
    [InlineData("/pattern/*.example.net", "*.example.net")]
    [InlineData("/record?value=v%3DSTSv1%3B%20id%3D1%3B", "1")]
    [InlineData("/reports?value=v%3DTLSRPTv1%3B%20rua%3Dmailto:a@example.com", "mailto:a@example.com")]
    [InlineData("/policy?value=version:%20STSv1%0Amode:%20none%0Amax_age:%2086400%0A", "None")]
    [InlineData("/domain/a..b", null)]
    [InlineData("/pattern/*", null)]
    [InlineData("/record?value=v%3DSTSv1%3B%20id%3Da-b%3B", null)]
    [InlineData("/reports?value=v%3DTLSRPTv1", null)]
    [InlineData("/policy?value=version:%20STSv1", null)]
    public async Task A_value_binds_or_the_answer_is_400(string path, string? expected)
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(expected is null ? HttpStatusCode.BadRequest : HttpStatusCode.OK, response.StatusCode);
        if (expected is not null)
            Assert.Equal(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/checked/policy?value=version:%20STSv1%0Amode:%20enforced%0Amx:%20*%0Amax_age:%20604800%0A", "MTASTS1022", "MTASTS1041")]
    [InlineData("/checked/domain/a..b", "MTASTS2202")]
    public async Task A_text_that_is_none_is_answered_400_with_its_findings(string path, params string[] ids)
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var problem = await response.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(ids, problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        Assert.All(problem.GetProperty("errors").EnumerateObject(), error => Assert.NotEmpty(error.Value[0].GetString()!));
    }

    [Theory]
    [InlineData("/checked/policy?value=version:%20STSv1%0Amode:%20none%0Amax_age:%2086400%0A", "None")]
    [InlineData("/checked/domain/b%C3%BCcher.example", "xn--bcher-kva.example")]
    public async Task A_text_that_is_one_binds(string path, string expected)
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.Equal(expected, await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"version":"STSv1","mode":"enforce","mx":["mail.example.com"],"max_age":604800}""", HttpStatusCode.OK)]
    [InlineData("""{"version":"STSv1","mode":"enforce","mx":["10.0.0.1"],"max_age":604800}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"version":"STSv1","mode":"enforce","max_age":604800}""", HttpStatusCode.BadRequest)]
    public async Task A_policy_in_the_body_binds_or_the_answer_is_400(string body, HttpStatusCode expected)
    {
        await using var app = await StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/policy", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new PolicyJsonConverter()));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/domain/{value}", (DomainName value) => value.Ascii);
        app.MapGet("/pattern/{value}", (MxPattern value) => value.Text);
        app.MapGet("/record", (MtaStsRecord value) => value.Id);
        app.MapGet("/reports", (TlsRptRecord value) => value.Rua[0]);
        app.MapGet("/policy", (MtaStsPolicy value) => value.Mode.ToString());
        app.MapGet("/checked/policy", (ParsedText<MtaStsPolicy> value) => value.Value is { } policy ? Results.Text(policy.Mode.ToString()) : Results.ValidationProblem(value.Errors));
        app.MapGet("/checked/domain/{value}", (ParsedText<DomainName> value) => value.Value is { } name ? Results.Text(name.Ascii) : Results.ValidationProblem(value.Errors));
        app.MapPost("/policy", ([Microsoft.AspNetCore.Mvc.FromBody] MtaStsPolicy value) => value.ToString());
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
