using MtaStsTools.Analyzers.CodeFixes;
using Test = MtaStsTools.Analyzers.Api.ApiUseAnalyzer;

namespace MtaStsTools.Analyzers.Tests.Api;

/// <summary>A policy that configuration binds directly is told, however deep it is held.</summary>
public sealed class BoundPolicyTests
{
    private static string Class(string body) => $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using MtaStsTools;

        class One { public MtaStsPolicy? Policy { get; set; } }
        class Base { public Dictionary<string, MtaStsPolicy> Domains { get; } = new(); }
        class Derived : Base { }
        class Deep { public List<One> Tenants { get; set; } = new(); public Deep? Itself { get; set; } }
        class Good { public Dictionary<string, MtaStsPolicySettings> Domains { get; } = new(); public string? Name { get; set; } public MtaStsPolicy Made => Domains["a"].ToPolicy(); }

        class C
        {
            {{body}}
        }
        """;

    private static Task In(string statement) => Verify.Analyzer<Test>(
        Class($"void M(IConfiguration configuration, IServiceCollection services) {{ {statement} }}"), editorConfig: null, ConfigurationStub.Source);

    [Theory]
    [InlineData("configuration.{|MTASTS3011:Get<MtaStsPolicy>|}();")]
    [InlineData("configuration.{|MTASTS3011:Get<MtaStsPolicy[]>|}();")]
    [InlineData("configuration.GetSection(\"a\").{|MTASTS3011:Get<List<MtaStsPolicy>>|}();")]
    [InlineData("configuration.{|MTASTS3011:Get<Dictionary<string, List<MtaStsPolicy>>>|}(options => options.BindNonPublicProperties = true);")]
    [InlineData("configuration.{|MTASTS3011:Get|}(typeof(List<MtaStsPolicy>));")]
    [InlineData("ConfigurationBinder.{|MTASTS3011:GetValue<MtaStsPolicy>|}(configuration, \"a\");")]
    [InlineData("configuration.{|MTASTS3011:Get<One>|}();")]
    [InlineData("var all = new Dictionary<string, MtaStsPolicy>(); configuration.{|MTASTS3011:Bind|}(all);")]
    [InlineData("configuration.{|MTASTS3011:Bind|}(\"a\", new Derived());")]
    [InlineData("services.{|MTASTS3011:Configure<Derived>|}(configuration);")]
    [InlineData("services.AddOptions<Deep>().{|MTASTS3011:Bind|}(configuration);")]
    [InlineData("services.AddOptions<Deep>().{|MTASTS3011:BindConfiguration|}(\"a\");")]
    public Task A_bound_policy_is_told(string statement) => In(statement);

    [Theory]
    [InlineData("configuration.Get<MtaStsPolicySettings>()?.ToPolicy();")]
    [InlineData("configuration.Get<Dictionary<string, MtaStsPolicySettings>>();")]
    [InlineData("configuration.Get<Good>(); configuration.Bind(new Good()); services.Configure<Good>(configuration);")]
    [InlineData("services.Configure<Derived>(options => options.Domains.Clear());")]
    [InlineData("services.AddOptions<Derived>();")]
    [InlineData("configuration.Get<List<MtaStsPolicy>>(options => options.ErrorOnUnknownConfiguration = true);")]
    [InlineData("configuration.Get<List<string>>(); configuration.GetValue<int?>(\"a\"); configuration.Bind(null);")]
    public Task What_loses_no_policy_is_silent(string statement) => In(statement);

    [Theory]
    [InlineData("Deep", "'Deep.Tenants.Policy' binds MtaStsPolicy itself, so a policy whose mode or lifetime cannot be converted is left out without a word.")]
    [InlineData("One", "'One.Policy' binds MtaStsPolicy itself, so a key that is missing or misspelt goes unnoticed.")]
    [InlineData("List<MtaStsPolicy>", "'List<MtaStsPolicy>' binds MtaStsPolicy itself, so a policy whose mode or lifetime cannot be converted is left out without a word.")]
    public async Task The_message_says_where_the_policy_is_held_and_what_is_lost(string type, string message)
    {
        using var workbench = new Workbench();
        var project = workbench.Open(Class($"object? M(IConfiguration configuration) => configuration.Get<{type}>();"), ConfigurationStub.Source);
        Assert.Equal(message, Assert.Single(await Workbench.DiagnoseAsync(project)).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("object? M() => configuration.{|MTASTS3011:Get<MtaStsPolicy>|}();", "object? M() => configuration.Get<MtaStsPolicySettings>()?.ToPolicy();")]
    [InlineData("MtaStsPolicy M() => configuration.{|MTASTS3011:Get<MtaStsTools.MtaStsPolicy>|}()!;", "MtaStsPolicy M() => configuration.Get<MtaStsTools.MtaStsPolicySettings>()!.ToPolicy();")]
    [InlineData("MtaStsPolicy M() => configuration.{|MTASTS3011:Get<MtaStsPolicy>|}() ?? throw new Exception();", "MtaStsPolicy M() => configuration.Get<MtaStsPolicySettings>()?.ToPolicy() ?? throw new Exception();")]
    [InlineData("List<MtaStsPolicy>? M() => configuration.{|MTASTS3011:Get<List<MtaStsPolicy>>|}();", "List<MtaStsPolicy>? M() => configuration.Get<List<MtaStsPolicySettings>>()?.ConvertAll(settings => settings.ToPolicy());")]
    [InlineData("object M() => configuration.{|MTASTS3011:Get<MtaStsPolicy[]>|}()!;", "object M() => configuration.{|MTASTS3011:Get<MtaStsPolicy[]>|}()!;")]
    public Task The_settings_are_bound_where_that_is_certain(string before, string after)
    {
        const string field = "IConfiguration configuration = null!; ";
        return Verify.Fix<Test, BoundPolicyCodeFixProvider>([Class(field + before), ConfigurationStub.Source], [Class(field + after), ConfigurationStub.Source]);
    }
}
