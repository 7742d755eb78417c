// What a release is beyond a build: packages, the zipped module, bills of materials, signatures, checksums and notes,
// all in artifacts/packages, and a check of them as a user would consume them. Publishing is the workflow's.

const string ReleaseNotes = "./artifacts/release-notes.md";
const string Checksums = Packages + "/SHA256SUMS";

// The one place of the version; the module's manifest gets it from there as it is laid out.
var version = string.Join('-', new[] { "VersionPrefix", "VersionSuffix" }
    .Select(property => XmlPeek("./Directory.Build.props", $"/Project/PropertyGroup/{property}"))
    .Where(part => !string.IsNullOrEmpty(part)));
var moduleZip = File($"{Packages}/MtaStsTools.Module.{version}.zip");

// A .pfx with a certificate for code signing, and its password; without, nothing is signed.
var certificate = EnvironmentVariable("SIGNING_CERTIFICATE");

void RunPwsh(string script, params string[] arguments) =>
    Run(shells["pwsh"][0], [.. shells["pwsh"][1..], "-NoProfile", "-NonInteractive", "-File", script, .. arguments]);

IEnumerable<FilePath> ReleasedFiles() =>
    GetFiles($"{Packages}/*").Where(file => file.GetFilename().FullPath != "SHA256SUMS").OrderBy(file => file.FullPath, StringComparer.Ordinal);

// The part of the changelog below the heading of that name; empty where there is none.
string ChangesOf(string heading)
{
    var lines = System.IO.File.ReadAllLines("./CHANGELOG.md");
    var start = Array.FindIndex(lines, line => line.StartsWith($"## [{heading}]", StringComparison.Ordinal));
    return start < 0
        ? ""
        : string.Join('\n', lines.Skip(start + 1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))).Trim();
}

Task("ReleaseNotes")
    .Description("Writes the version's part of the changelog; with --tag=v<version>, which the workflow gives, the two must agree.")
    .Does(() =>
{
    var tag = Argument("tag", "");
    if (tag.Length > 0 && tag != "v" + version)
    {
        throw new CakeException($"The tag is {tag}, and Directory.Build.props says {version}.");
    }

    // Before the tag, what is to be released may still stand under Unreleased.
    var changes = ChangesOf(version);
    if (changes.Length == 0 && tag.Length == 0)
    {
        changes = ChangesOf("Unreleased");
    }

    if (changes.Length == 0)
    {
        throw new CakeException($"CHANGELOG.md says nothing of {version}. Give it a section [{version}] with the date.");
    }

    EnsureDirectoryExists("./artifacts");
    System.IO.File.WriteAllText(ReleaseNotes, changes + "\n");
});

Task("RequireTests")
    .Description("Ends a release whose tests failed.")
    .IsDependentOn("Test")
    .Does(() =>
{
    if (suites.Exists(suite => suite.Failed > 0))
    {
        throw new CakeException("Tests failed, so nothing is released.");
    }
});

Task("SignModule")
    .Description("Signs the module's files, where SIGNING_CERTIFICATE names a certificate and the machine is Windows, which alone can.")
    .IsDependentOn("Build")
    .WithCriteria(certificate is not null && IsRunningOnWindows(), "No certificate is given, or this is not Windows.")
    .Does(() => RunPwsh(".build/SignModule.ps1", "-Module", $"{Modules}/MtaStsTools"));

Task("Pack")
    .Description("Makes the NuGet packages and the zipped module in artifacts/packages.")
    .IsDependentOn("SignModule")
    .Does(() =>
{
    CleanDirectory(Packages);
    DotNetPack(Solution, new DotNetPackSettings
    {
        Configuration = configuration,
        Verbosity = DotNetVerbosity.Minimal,
        NoLogo = true,
        NoBuild = true,
        OutputDirectory = Packages,
    });
    Zip(Modules, moduleZip);
});

Task("SignPackages")
    .Description("Signs the NuGet packages, where SIGNING_CERTIFICATE names a certificate.")
    .IsDependentOn("Pack")
    .WithCriteria(certificate is not null, "No certificate is given.")
    .Does(() => Run(
        "dotnet", "nuget", "sign", $"{Packages}/*.nupkg", "--certificate-path", certificate,
        "--certificate-password", EnvironmentVariable("SIGNING_PASSWORD", ""),
        "--timestamper", EnvironmentVariable("SIGNING_TIMESTAMPER", "http://timestamp.digicert.com")));

Task("Sbom")
    .Description("Writes bills of materials (CycloneDX) of the library and of the module.")
    .IsDependentOn("Pack")
    .Does(() =>
{
    foreach (var (name, project) in new[] { ("MtaStsTools", "src/MtaStsTools"), ("MtaStsTools.Module", "module/MtaStsTools.PowerShell") })
    {
        Run("dotnet", "dotnet-CycloneDX", GetFiles($"./{project}/*.csproj").Single().FullPath, "--disable-package-restore",
            "--output", Packages, "--filename", $"{name}.{version}.cdx.json", "--output-format", "Json",
            "--set-name", name, "--set-version", version, "--set-type", "Library");
    }
});

Task("Checksums")
    .Description("Writes SHA256SUMS over all that is released.")
    .IsDependentOn("SignPackages")
    .IsDependentOn("Sbom")
    .Does(() => System.IO.File.WriteAllText(
        Checksums, string.Concat(ReleasedFiles().Select(file => $"{CalculateFileHash(file).ToHex()}  {file.GetFilename()}\n"))));

Task("CheckRelease")
    .Description("Consumes artifacts/packages as a user does: checksums, a new project, and the module from its zip in a pwsh of its own.")
    .IsDependentOn("Checksums")
    .Does(() =>
{
    var place = System.IO.Directory.CreateTempSubdirectory("mtasts-release-").FullName;
    try
    {
        RunPwsh("tests/Consumer/CheckFiles.ps1", "-Packages", Packages, "-Module", $"{Modules}/MtaStsTools");
        RunPwsh("tests/Consumer/CheckPins.ps1", "-Packages", Packages);
        foreach (var file in GetFiles("./tests/Consumer/Consumer.csproj") + GetFiles("./tests/Consumer/Program.cs"))
        {
            CopyFileToDirectory(file, place);
        }

        RunPwsh("tests/Consumer/CheckLibrary.ps1", "-Project", place, "-Packages", MakeAbsolute(Directory(Packages)).FullPath, "-Version", version);
        Unzip(moduleZip, $"{place}/modules");
        RunPwsh("tests/Consumer/CheckModule.ps1", "-Modules", $"{place}/modules", "-Version", version);
    }
    finally
    {
        System.IO.Directory.Delete(place, recursive: true);
    }
});

Task("Release")
    .Description("Builds, tests, packs, signs where a certificate is given, and checks what was made: all but publishing.")
    .IsDependentOn("ReleaseNotes")
    .IsDependentOn("RequireTests")
    .IsDependentOn("CheckRelease")
    .Does(() => Information("{0} is in {1}.", version, Packages));
