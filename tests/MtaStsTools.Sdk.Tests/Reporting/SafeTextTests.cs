using System.Collections;
using System.Reflection;
using MtaStsTools.Reporting.Json;
using Xunit;

namespace MtaStsTools.Sdk.Tests.Reporting;

/// <summary>A saved report may come from anybody: each of its texts is safe to display once read, unless its member says otherwise.</summary>
public sealed class SafeTextTests
{
    private const string Hostile = "\u001b]0;title\u0007\u202e";

    private static readonly HashSet<(Type, string)> Raw = [.. MemberContracts.Raw];

    [Fact]
    public void Every_text_of_a_report_is_made_safe_unless_its_member_says_otherwise()
    {
        var texts = new List<(Type Type, string Member, string Text)>();
        Collect(ReportJson.DeserializeReport(WithHostileTexts()), texts);

        Assert.All(texts, found => Assert.True(
            Raw.Contains((found.Type, found.Member)) || !found.Text.Any(c => char.IsControl(c) || c == '\u202e'),
            $"{found.Type.Name}.{found.Member} can steer a terminal."));
    }

    [Fact]
    public void What_is_untrusted_by_contract_comes_back_as_it_was()
    {
        var texts = new List<(Type Type, string Member, string Text)>();
        Collect(ReportJson.DeserializeReport(WithHostileTexts()), texts);

        Assert.All(MemberContracts.Raw, raw => Assert.Contains((raw.Type, raw.Member, Hostile), texts));
    }

    [Fact]
    public void The_full_report_has_every_text_that_there_is()
    {
        var texts = new List<(Type Type, string Member, string Text)>();
        Collect(FullReport.Create(), texts);

        Assert.Empty(TextMembers(typeof(DomainReport), []).Except(texts.Select(found => (found.Type, found.Member))).Except([(typeof(DomainObservation), nameof(DomainObservation.Failure))]));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("docs/rules")]
    public void A_page_is_an_absolute_https_address(string address)
    {
        var json = ReportJson.Serialize(FullReport.Create());
        var rule = PolicyRules.ByteOrderMark.HelpUri.AbsoluteUri;

        Assert.Contains("helpUri", Assert.Throws<ReportFormatException>(() => ReportJson.DeserializeReport(json.Replace(rule, address, StringComparison.Ordinal))).Message, StringComparison.Ordinal);
    }

    /// <summary>The full report, each of its texts hostile, as JSON.</summary>
    private static string WithHostileTexts()
    {
        var report = FullReport.Create();
        Spoil(report);
        return ReportJson.Serialize(report);
    }

    private static void Spoil(object fact)
    {
        foreach (var property in Facts(fact.GetType()))
        {
            if (property.PropertyType == typeof(string))
                property.SetValue(fact, Hostile);
            else if (property.PropertyType == typeof(IReadOnlyList<string>))
                property.SetValue(fact, new[] { Hostile });
            else
                foreach (var part in Parts(property.GetValue(fact)).Where(part => IsFact(part.GetType())))
                    Spoil(part);
        }
    }

    private static void Collect(object value, List<(Type Type, string Member, string Text)> texts)
    {
        foreach (var property in Facts(value.GetType()))
        {
            foreach (var part in Parts(property.GetValue(value)))
            {
                if (part is string text)
                    texts.Add((value.GetType(), property.Name, text));
                else if (IsFact(part.GetType()))
                    Collect(part, texts);
            }
        }
    }

    private static IEnumerable<object> Parts(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable items => items.Cast<object>(),
        _ => [value],
    };

    private static IEnumerable<(Type Type, string Member)> TextMembers(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type))
            yield break;
        foreach (var property in Facts(type))
        {
            var inner = property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
            if (inner == typeof(string))
                yield return (type, property.Name);
            else if (IsFact(inner))
                foreach (var member in TextMembers(inner, seen))
                    yield return member;
        }
    }

    private static bool IsFact(Type type) => type.IsClass && type.Namespace == "MtaStsTools" && type != typeof(MxPattern);

    private static IEnumerable<PropertyInfo> Facts(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null);
}
