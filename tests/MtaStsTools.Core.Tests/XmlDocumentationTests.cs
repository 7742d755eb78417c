using System.Reflection;
using System.Xml.Linq;

namespace MtaStsTools.Core.Tests;

/// <summary>
/// What an editor shows of the library. That every public member has words is the compiler's to say (CS1591); here is what it does not look at:
/// the rules, and what is thrown.
/// </summary>
public sealed class XmlDocumentationTests
{
    private static readonly Dictionary<string, XElement> Members = XDocument.Load(Path.ChangeExtension(typeof(Rule).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    private static IEnumerable<Type> Types => typeof(Rule).Assembly.GetExportedTypes();

    [Fact]
    public void Each_rule_says_its_id_and_title()
    {
        var rules = Types.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(field => field.FieldType == typeof(Rule)).ToList();
        Assert.True(rules.Count > 200);
        Assert.Empty(rules.Where(field => Words("F:" + field.DeclaringType!.FullName + "." + field.Name) != Expected((Rule)field.GetValue(null)!))
            .Select(field => $"{field.DeclaringType!.Name}.{field.Name}: /// <summary>{Expected((Rule)field.GetValue(null)!)}</summary>"));

        static string Expected(Rule rule) => $"{rule.Id}: {rule.Title}.";
    }

    [Fact]
    public void Each_Parse_says_what_it_throws()
    {
        var parsers = Members.Where(member => member.Key.StartsWith("M:", StringComparison.Ordinal) && member.Key.Contains(".Parse(", StringComparison.Ordinal)).ToList();
        Assert.True(parsers.Count >= 5);
        Assert.All(
            parsers.Where(member => !member.Key.Contains("ParsedText", StringComparison.Ordinal)),
            member => Assert.True(member.Value.Elements("exception").Any(exception => exception.Attribute("cref")?.Value == "T:MtaStsTools.MtaStsFormatException"), $"{member.Key} does not say that it throws."));
    }

    private static string? Words(string member) => Members.TryGetValue(member, out var documented) ? documented.Element("summary")?.Value.Trim() : null;
}
