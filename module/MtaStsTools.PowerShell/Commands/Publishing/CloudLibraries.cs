using System.Management.Automation;
using System.Reflection;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>
/// The way to the libraries of Azure and AWS, which are loaded with the first provider or host that needs them. PowerShell 7 keeps them to this module;
/// Windows PowerShell has one place for all modules, and another version there may not go together with ours.
/// </summary>
internal static class CloudLibraries
{
    private static readonly string[] Families = ["Azure.", "AWSSDK.", "Microsoft.Identity.", "System.ClientModel", "System.Text.Json", "System.Memory"];

    /// <summary>What <paramref name="create"/> makes; the library is loaded inside of it.</summary>
    /// <exception cref="CommandFailedException">The library cannot be loaded, or what is given does not go together.</exception>
    public static T Use<T>(string cloud, Func<T> create)
    {
        try
        {
            return create();
        }
        catch (Exception exception) when (exception is FileLoadException or TypeLoadException or MissingMemberException or FileNotFoundException or BadImageFormatException)
        {
            throw Conflict(cloud, exception, AppDomain.CurrentDomain.GetAssemblies());
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            // No cause: it may quote what was given.
            throw new CommandFailedException(CommandError.Create(
                "InvalidCredential", ErrorCategory.InvalidArgument, exception is FormatException ? "The key is not Base64." : exception.Message, targetObject: null,
                "Give one complete way to say who asks; Get-Help New-MtaStsDnsProvider lists them."));
        }
    }

    internal static CommandFailedException Conflict(string cloud, Exception exception, IEnumerable<Assembly> loaded)
    {
        var others = loaded.Where(IsForeign).Select(assembly => assembly.GetName()).Select(name => $"{name.Name} {name.Version}").Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToList();
        var beside = others.Count == 0 ? "" : $" Other modules have brought {string.Join(", ", others)}.";
        return new CommandFailedException(CommandError.Create(
            "CloudLibraryConflict", ErrorCategory.ResourceUnavailable,
            $"The libraries of {cloud} cannot be loaded beside those of other modules: {DisplayText.Sanitize(exception.Message)}.{beside}", cloud,
            "Windows PowerShell has one place for the libraries of all modules: use a session without the other module, or PowerShell 7, where this module keeps its own.",
            exception));
    }

    private static bool IsForeign(Assembly assembly) =>
        !assembly.IsDynamic
        && Array.Exists(Families, family => assembly.GetName().Name!.StartsWith(family, StringComparison.Ordinal))
        && !string.Equals(Path.GetDirectoryName(assembly.Location), Path.GetDirectoryName(typeof(CloudLibraries).Assembly.Location), StringComparison.OrdinalIgnoreCase);
}
