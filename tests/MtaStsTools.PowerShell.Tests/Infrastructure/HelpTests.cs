using System.Management.Automation;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Infrastructure;

public sealed class HelpTests : IDisposable
{
    private readonly ModuleSession _session = new(width: 80);

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Every_cmdlet_has_full_help_offline()
    {
        foreach (var cmdlet in _session.Run("Get-Command -Module MtaStsTools").Values<CmdletInfo>())
        {
            dynamic help = _session.Run($"Get-Help {cmdlet.Name} -Full").ThrowIfFailed().Output.Single();

            // Without a help file the engine makes the synopsis of the syntax.
            string synopsis = help.Synopsis;
            Assert.DoesNotContain("[", synopsis, StringComparison.Ordinal);
            Assert.EndsWith(".", synopsis.Trim(), StringComparison.Ordinal);
            Assert.NotEmpty(_session.Run($"(Get-Help {cmdlet.Name} -Full).examples.example").Output);
            foreach (var parameter in cmdlet.Parameters.Keys.Except([.. PSCmdlet.CommonParameters, .. PSCmdlet.OptionalCommonParameters]))
            {
                var described = _session.Run($"(Get-Help {cmdlet.Name} -Parameter {parameter}).description.Text").ThrowIfFailed().Output;
                Assert.False(described.Count == 0, $"{cmdlet.Name} -{parameter} has no description.");
            }
        }
    }

    [Fact]
    public void Full_help_reads_as_text()
    {
        var text = _session.Render("Get-Help Get-MtaStsRule -Full");

        Assert.Contains("Get-MtaStsRule [[-Id] <String[]>] [-Category {PolicyText |", text, StringComparison.Ordinal);
        Assert.Contains("    -Id <String[]>\n        The id of a rule, for instance MTASTS1004.", text, StringComparison.Ordinal);
        Assert.Contains("Accept pipeline input?       True (ByValue, ByPropertyName)", text, StringComparison.Ordinal);
        Assert.Contains("---------- Example 1: Look up a finding ----------", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void The_about_topic_is_found_by_name_and_by_wildcard()
    {
        Assert.StartsWith("TOPIC\n    about_MtaSts\n", _session.Render("Get-Help about_MtaSts").TrimStart('\n'), StringComparison.Ordinal);
        Assert.Contains("Name", _session.Run("(Get-Help about_Mta*).PSObject.Properties.Name").Values<string>());
    }

    [Fact]
    public void Online_help_opens_the_page_of_the_cmdlet()
    {
        foreach (var name in _session.Run("(Get-Command -Module MtaStsTools).Name").Values<string>())
        {
            var links = _session.Run($"(Get-Help {name}).relatedLinks.navigationLink.uri").Values<string>();

            Assert.Equal($"https://github.com/mtaststools/MtaStsTools/blob/main/module/docs/{name}.md", links.First(link => link.Length > 0));
        }
    }
}
