using Test = MtaStsTools.Analyzers.Texts.TextAnalyzer;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>What a web application serves at the path of the policy is a policy.</summary>
public sealed class PolicyRouteTests
{
    private static Task In(string body) => Verify.Analyzer<Test>($$"""
        using System;
        using System.Threading.Tasks;
        using MtaStsTools;

        class App { public void MapGet(string route, Delegate handler) { } public void MapPost(string route, Delegate handler) { } }
        class Response { public Task WriteAsync(string text) => Task.CompletedTask; }
        static class Results { public static object Text(string text, string? type = null) => text; public static object Content(string text) => text; public static object Redirect(string url) => url; }
        class HttpGetAttribute(string route) : Attribute { public string Route => route; }
        class Controller { protected object Content(string text, string? type = null) => text; }

        class C : Controller
        {
            const string Good = "version: STSv1\nmode: enforce\nmx: a.example\nmax_age: 604800\n";
            static string Named() => "version: STSv1\nmode: {|MTASTS1021:Testing|}\nmx: a.example\nmax_age: 604800\n";

            {{body}}
        }
        """);

    [Fact]
    public Task What_a_route_serves_is_assessed() => In("""
        void M(App app, Response response, string host)
        {
            app.MapGet("/.well-known/mta-sts.txt", () => "version: STSv1\nmode: {|MTASTS1021:Enforce|}\nmx: a.example\nmax_age: 604800\n");
            app.MapGet(".well-known/mta-sts.txt", () => Results.Text("version: STSv1\nmode: {|MTASTS1022:enforced|}\nmx: a.example\nmax_age: 604800\n", "text/plain"));
            app.MapGet("/.well-known/mta-sts.txt", () => { if (host == "a") return Results.Redirect("https://a.example/"); return Results.Content($"version: STSv1\nmode: {|MTASTS1021:ENFORCE|}\nmx: {host}\n"); });
            app.MapGet("/.well-known/mta-sts.txt", async () => await response.WriteAsync("version: STSv1\nmode: {|MTASTS1022:Enforced|}\nmx: a.example\nmax_age: 604800\n"));
            app.MapGet("/.well-known/mta-sts.txt", Named);
            app.MapGet("/.well-known/mta-sts.txt", () => Good);
            app.MapGet("/.well-known/security.txt", () => "mode: Enforce\n");
            app.MapPost("/.well-known/mta-sts.txt", () => "mode: Enforce\n");
        }

        [HttpGet("/.well-known/mta-sts.txt")] object Action() => Content("version: STSv1\nmode: {|MTASTS1022:On|}\nmx: a.example\nmax_age: 604800\n", "text/plain");
        [HttpGet("/other")] object Other() => Content("mode: On\n");
        """);
}
