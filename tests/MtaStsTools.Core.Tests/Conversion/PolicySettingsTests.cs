using Microsoft.Extensions.Configuration;

namespace MtaStsTools.Core.Tests.Conversion;

/// <summary>Policies in a configuration: nothing is lost on the way, and everything that is wrong is told by its key.</summary>
public sealed class PolicySettingsTests
{
    private static IConfigurationSection Section(params (string Key, string? Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.ToDictionary(item => "Policies:" + item.Key, item => item.Value, StringComparer.Ordinal)).Build().GetSection("Policies");

    private static IEnumerable<string> Told(MtaStsPolicySettings settings)
    {
        Assert.False(settings.TryToPolicy(out var policy, out var findings));
        Assert.Null(policy);
        var exception = Assert.Throws<MtaStsFormatException>(settings.ToPolicy);
        Assert.Equal(findings, exception.Findings);
        return findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Subject} {finding.Id}");
    }

    [Theory]
    [InlineData("7d")]
    [InlineData("604800")]
    [InlineData("7.00:00:00")]
    public void A_policy_is_made_of_texts(string age)
    {
        var settings = Section(("Mode", "Enforce"), ("MaxAge", age), ("Mx:0", " mail.example.com"), ("Mx:1", "*.example.net"), ("Extensions:foo", "bar")).Get<MtaStsPolicySettings>()!;
        var expected = new MtaStsPolicy { Mode = MtaStsMode.Enforce, MaxAge = TimeSpan.FromDays(7), Mx = ["mail.example.com", "*.example.net"], Extensions = [new Extension("foo", "bar")] };
        Assert.Equal(expected, settings.ToPolicy());
        Assert.True(settings.TryToPolicy(out var policy, out var findings));
        Assert.Equal(expected, policy);
        Assert.Empty(findings);
    }

    /// <summary>The binder of .NET drops a whole policy of a list or dictionary where it cannot convert one of its values: here there is nothing to convert.</summary>
    [Fact]
    public void No_policy_of_a_dictionary_is_lost_whatever_is_wrong_with_it()
    {
        var section = Section(
            ("a.example:Mode", "none"), ("a.example:MaxAge", "1d"),
            ("b.example:Mode", "Enforced"), ("b.example:MaxAge", "soon"), ("b.example:Mx:0", "*"), ("b.example:Mx:1", "b.example\nmx: evil.example"), ("b.example:Version", "STSv2"),
            ("c.example:Mx:0", "mail.example.com"));
        var all = section.Get<Dictionary<string, MtaStsPolicySettings>>()!;

        Assert.Equal(["a.example", "b.example", "c.example"], all.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(MtaStsMode.None, all["a.example"].ToPolicy().Mode);
        Assert.Equal(["Version MTASTS1011", "Mode MTASTS1022", "Mx:0 MTASTS1041", "Mx:1 MTASTS1058", "MaxAge MTASTS1031"], Told(all["b.example"]));
        Assert.Equal([" MTASTS1020", " MTASTS1030"], Told(all["c.example"]));
    }

    [Theory]
    [InlineData("Mx", "mail.example.com")]
    [InlineData("Mxs:0", "mail.example.com")]
    [InlineData("Mx:0", "")]
    [InlineData("Mx:0", null)]
    public void A_host_that_is_not_where_it_belongs_is_missed(string key, string? value) =>
        Assert.Single(Told(Section(("Mode", "enforce"), ("MaxAge", "7d"), (key, value)).Get<MtaStsPolicySettings>()!));

    [Fact]
    public void A_warning_is_told_and_hinders_nothing()
    {
        Assert.True(Section(("Mode", "enforce"), ("MaxAge", "2d"), ("Mx:0", "mail.example.com")).Get<MtaStsPolicySettings>()!.TryToPolicy(out _, out var findings));
        Assert.Equal(("MTASTS1034", "MaxAge"), (Assert.Single(findings).Id, findings[0].Subject));
    }
}
