using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using MtaStsTools.PowerShell.Pipeline;
using MtaStsTools.PowerShell.Tests.Cmdlets;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Infrastructure;

public sealed class ModuleImportTests
{
    [Fact]
    public void The_manifest_exports_exactly_the_cmdlets_that_there_are()
    {
        using var session = new ModuleSession();
        var exported = session.Run("(Get-Command -Module MtaStsTools).Name").Values<string>();
        var declared = session.Run("param($Manifest) (Test-ModuleManifest $Manifest).ExportedCmdlets.Keys", BuiltModule.ManifestPath).Values<string>();
        var written = typeof(MtaStsCmdlet).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetCustomAttributes<CmdletAttribute>(inherit: false))
            .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}");

        Assert.Equal(written.Order(StringComparer.Ordinal), exported.Order(StringComparer.Ordinal));
        Assert.Equal(exported.Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_cmdlet_has_an_approved_verb_and_one_of_our_nouns()
    {
        using var session = new ModuleSession();
        var approved = typeof(VerbsCommon).Assembly.GetExportedTypes()
            .Where(type => type.Name.StartsWith("Verbs", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields())
            .Select(field => field.Name)
            .ToHashSet();

        foreach (var cmdlet in session.Run("Get-Command -Module MtaStsTools").Values<CmdletInfo>())
        {
            Assert.Contains(cmdlet.Verb, approved);
            Assert.Matches("^(MtaSts|TlsRpt)([A-Z]|$)", cmdlet.Noun);
        }
    }

    [Fact]
    public void Nothing_but_cmdlets_is_exported()
    {
        using var session = new ModuleSession();
        var module = session.Run("Get-Module MtaStsTools").Only<PSModuleInfo>();

        Assert.Empty(module.ExportedFunctions);
        Assert.Empty(module.ExportedVariables);
        Assert.Empty(module.ExportedAliases);
    }

    [Fact]
    public void The_manifest_has_the_version_of_the_libraries()
    {
        using var session = new ModuleSession();
        var library = typeof(Rule).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

        Assert.StartsWith(session.Run("(Get-Module MtaStsTools).Version").Only<Version>().ToString(), library, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_session_of_the_process_imports_the_same_cmdlets()
    {
        using var first = new ModuleSession();
        using var second = new ModuleSession();

        var types = new[] { first, second }.Select(s => s.Run("(Get-Command Get-MtaStsRule).ImplementingType").Only<Type>()).ToList();

        Assert.Same(types[0], types[1]);
    }

    [Theory]
    [InlineData("Remove-Module MtaStsTools; Import-Module $Manifest")]
    [InlineData("Remove-Module MtaStsTools; Import-Module $Manifest; Remove-Module MtaStsTools; Import-Module $Manifest")]
    [InlineData("Import-Module $Manifest")]
    [InlineData("Import-Module $Manifest -Force")]
    [InlineData("Import-Module $Manifest -Force; Import-Module $Manifest -Force")]
    public void Importing_again_brings_the_cmdlets_back(string again)
    {
        using var session = new ModuleSession();
        var before = session.Run("(Get-Command -Module MtaStsTools).Name").Values<string>();

        session.Run($"param($Manifest) {again}", BuiltModule.ManifestPath).ThrowIfFailed();

        Assert.NotEmpty(before);
        Assert.Equal(before, session.Run("(Get-Command -Module MtaStsTools).Name").Values<string>());
        Assert.NotEmpty(session.Run("Get-MtaStsRule MTASTS1001").ThrowIfFailed().Output);
    }

    [Fact]
    public void Removing_the_module_takes_the_cmdlets_away()
    {
        using var session = new ModuleSession();

        var result = session.Run("Remove-Module MtaStsTools; $ErrorActionPreference = 'Ignore'; $PSModuleAutoLoadingPreference = 'None'; Get-Command Get-MtaStsRule");

        Assert.Empty(result.Output);
    }

    [Fact]
    public void Cmdlets_and_what_they_use_live_in_a_context_of_their_own_and_Core_is_shared()
    {
        using var session = new ModuleSession();
        var cmdlets = session.Run("(Get-Command Get-MtaStsRule).ImplementingType").Only<Type>().Assembly;
        var context = AssemblyLoadContext.GetLoadContext(cmdlets)!;

        Assert.Equal("MtaStsTools", context.Name);
        Assert.Same(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(typeof(Rule).Assembly));
        Assert.Same(typeof(Rule).Assembly, context.LoadFromAssemblyName(new AssemblyName("MtaStsTools.Core")));
        Assert.All(session.Run("Get-MtaStsRule").Output, rule => Assert.IsType<Rule>(rule.BaseObject));
        Assert.StartsWith(Path.Combine(BuiltModule.Folder, "bin", "net8.0"), cmdlets.Location, StringComparison.Ordinal);
        foreach (var name in (string[])["MtaStsTools", "DnsClient"])
        {
            var assembly = context.LoadFromAssemblyName(new AssemblyName(name));
            Assert.Same(context, AssemblyLoadContext.GetLoadContext(assembly));
            Assert.Equal(Path.Combine(Path.GetDirectoryName(cmdlets.Location)!, name + ".dll"), assembly.Location);
        }
    }

    [Fact]
    public async Task A_folder_for_images_that_holds_none_is_passed_over()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(BuiltModule.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = folder.File(Path.GetRelativePath(BuiltModule.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (Path.GetFileName(Path.GetDirectoryName(file)) is not ("linux-x64" or "win-x64"))
                File.Copy(file, copy);
        }

        Directory.CreateDirectory(folder.File(Path.Combine("bin", "net8.0", OperatingSystem.IsWindows() ? "win-x64" : "linux-x64")));
        var (_, output, error) = await ShellProcess.RunAsync(
            "-Command", $"Import-Module '{folder.File("MtaStsTools.psd1")}'; (Get-MtaStsRule MTASTS1001).Id");

        Assert.Equal("", error);
        Assert.Equal("MTASTS1001", output);
    }

    // An ordinary build makes no images; where there are some, as in what ./build.sh makes, none may be of an earlier build.
    [Theory]
    [InlineData("linux-x64")]
    [InlineData("win-x64")]
    public void Images_are_of_the_same_build_and_compiled_ahead(string platform)
    {
        var build = Path.Combine(BuiltModule.Folder, "bin", "net8.0");
        var images = Path.Combine(build, platform);
        if (!Directory.Exists(images))
            return;

        var names = Directory.GetFiles(build, "*.dll").Select(Path.GetFileName).Where(name => name != "MtaStsTools.Loader.dll" && !IsOfClouds(name!)).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), Directory.GetFiles(images).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var name in names)
        {
            Assert.Equal(AssemblyFile.ModuleVersionOf(Path.Combine(build, name!)), AssemblyFile.ModuleVersionOf(Path.Combine(images, name!)));
            Assert.True(AssemblyFile.IsCompiledAhead(Path.Combine(images, name!)), $"{platform}/{name} is not compiled ahead.");
        }
    }

    // What most prompts never load stays beside the images, in one copy.
    private static bool IsOfClouds(string name) => Regex.IsMatch(
        name, @"^(MtaStsTools\.A|Azure\.|AWSSDK\.|Microsoft\.Identity|System\.(ClientModel|Memory\.Data|IO\.Hashing|Security\.Cryptography\.ProtectedData)\.dll)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [Theory]
    [InlineData("Desktop", "-Name", "bin/net472/MtaStsTools.PowerShell.dll")]
    [InlineData("Core", "-Assembly", "MtaStsTools.PowerShell, Version=")]
    public void Each_edition_imports_its_own_build(string edition, string parameter, string value)
    {
        var block = Doctored("$PSEdition", $"'{edition}'");
        using var session = new ModuleSession(importModule: false);
        session.Run("function global:Import-Module { $args }; function global:Remove-Module {}").ThrowIfFailed();

        var arguments = session.Set("block", block).Run("& $block").ThrowIfFailed().Output.Select(o => o.ToString()).ToList();

        Assert.Equal(parameter, arguments[0]);
        Assert.Contains(value, arguments[1].Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Equal(["-ErrorAction", "Stop"], arguments.Skip(2));
    }

    [Fact]
    public void A_PowerShell_that_is_too_old_is_told_so()
    {
        using var session = new ModuleSession(importModule: false);

        var result = session.Set("block", Doctored("[System.Environment]::Version", "[version]'6.0.1'")).Run("& $block");

        Assert.Contains("PowerShell 7.4 or newer", result.Error.ToString(), StringComparison.Ordinal);
    }

    // $PSEdition is constant in every session, so the text of the psm1 is doctored instead of the variable.
    private static ScriptBlock Doctored(string expression, string value)
    {
        var path = Path.Combine(BuiltModule.Folder, "MtaStsTools.psm1");
        var text = File.ReadAllText(path);
        Assert.Single(text.Split(expression).Skip(1));
        var script = Parser.ParseInput(text.Replace(expression, value, StringComparison.Ordinal), path, out _, out var errors);
        Assert.Empty(errors);
        return script.GetScriptBlock();
    }

    [Theory]
    [InlineData("net472")]
    [InlineData("net8.0")]
    public void Neither_build_brings_the_engine_along(string build)
    {
        var files = Directory.GetFiles(Path.Combine(BuiltModule.Folder, "bin", build)).Select(Path.GetFileName).ToList();

        Assert.Contains("MtaStsTools.PowerShell.dll", files);
        Assert.Contains("MtaStsTools.Core.dll", files);
        Assert.DoesNotContain("System.Management.Automation.dll", files);
    }

    [Fact]
    public void Every_assembly_that_the_5_1_build_refers_to_is_there_or_in_the_framework()
    {
        var folder = Path.Combine(BuiltModule.Folder, "bin", "net472");
        var ours = Directory.GetFiles(folder, "*.dll").ToDictionary(f => Path.GetFileNameWithoutExtension(f)!, AssemblyName.GetAssemblyName);
        var frameworkAndEngine = new HashSet<string>(StringComparer.Ordinal)
        {
            "mscorlib", "netstandard", "System", "System.Core", "System.Net.Http", "System.Numerics", "System.Xml", "System.Data",
            "System.Management.Automation", "System.IO.Compression", "System.IO.Compression.FileSystem", "System.Runtime",
            "System.Transactions", "System.Configuration", "System.Xml.Linq", "System.Runtime.Serialization", "System.ComponentModel.DataAnnotations",
            "System.Windows.Forms", "System.Drawing", "System.Security", "System.IdentityModel", "System.Web", "System.ServiceModel", "System.ComponentModel.Composition", "System.Net.Http.WebRequest", "Microsoft.CSharp", "WindowsBase",
        };

        foreach (var file in Directory.GetFiles(folder, "*.dll"))
        {
            foreach (var reference in AssemblyFile.ReferencesOf(file).Where(r => !frameworkAndEngine.Contains(r.Name!)))
            {
                Assert.True(ours.TryGetValue(reference.Name!, out var found), $"{Path.GetFileName(file)} refers to {reference}, which the module lacks.");
                Assert.True(found.Version >= reference.Version, $"{Path.GetFileName(file)} refers to {reference}, and the module has {found.Version}.");
            }
        }
    }
}
