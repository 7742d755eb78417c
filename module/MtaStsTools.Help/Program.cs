using System.Reflection;
using MtaStsTools.Help;

if (args is not [var assemblyPath, var docsFolder, var outputFolder])
{
    await Console.Error.WriteLineAsync("usage: MtaStsTools.Help <cmdlets.dll> <folder of .md> <output folder>");
    return 64;
}

// LoadFrom resolves what the cmdlets reference from the cmdlets' own folder.
using var commands = new CommandCatalog(Assembly.LoadFrom(Path.GetFullPath(assemblyPath)));
var documents = new DocumentFolder(docsFolder);
var problems = new HelpChecks(commands, documents).Run();
foreach (var problem in problems)
    await Console.Error.WriteLineAsync($"{problem.File}({problem.Line}): error {problem.Id}: {problem.Message}");
if (problems.Count > 0)
    return 1;

Directory.CreateDirectory(outputFolder);
new MamlWriter(documents).Write(commands.All, Path.Combine(outputFolder, Path.GetFileName(assemblyPath) + "-Help.xml"));
foreach (var topic in documents.Topics)
    await File.WriteAllTextAsync(Path.Combine(outputFolder, topic.Title + ".help.txt"), new TopicWriter(topic).Text);
return 0;
