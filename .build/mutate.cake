// Mutation testing: https://stryker-mutator.io. Its tool has a manifest of its own, so that nobody restores it who only builds.
const string Mutation = "./tests/Mutation";

Task("Mutate")
    .Description("Changes the code in thousands of ways and tells which no test notices; --area=Core|Assessment|Publishing, --files=<glob>, once or oftener, narrow it.")
    .Does(() =>
{
    // Cake's own alias passes "tool restore" as one word.
    if (StartProcess("dotnet", new ProcessSettings { WorkingDirectory = Mutation, Arguments = "tool restore" }) is not 0 and var failure)
    {
        throw new CakeException(failure, $"The tools of {Mutation} could not be restored.");
    }

    foreach (var configuration in GetFiles($"{Mutation}/{Argument("area", "*")}.json").OrderBy(path => path.FullPath, StringComparer.Ordinal))
    {
        var area = configuration.GetFilenameWithoutExtension().ToString();
        var report = MakeAbsolute(Directory($"./artifacts/mutation/{area}")).FullPath;
        var narrowed = Arguments<string>("files", []).SelectMany(files => new[] { "--mutate", files });
        var exitCode = StartProcess("dotnet", new ProcessSettings
        {
            WorkingDirectory = Mutation,
            Arguments = ProcessArgumentBuilder.FromStringsQuoted([
                "stryker", "--config-file", configuration.FullPath, "--output", report, .. narrowed]),
            EnvironmentVariables = new Dictionary<string, string?>
            {
                // The test projects leave out what is too slow to be asked of every mutation, or is about another area.
                ["Mutating"] = area,
                // A busy machine needs more than the four seconds that Stryker gives 'dotnet --info'.
                ["DOTNET_INFO_WAIT_TIME"] = "60000",
            },
        });
        if (exitCode != 0)
        {
            throw new CakeException(exitCode, $"Stryker ended with exit code {exitCode} on {area}.");
        }
    }
});
