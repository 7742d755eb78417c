using System.Reflection;
using System.Runtime.CompilerServices;

namespace MtaStsTools.Mono;

/// <summary>Loads every assembly of the folder and every type in it, and compiles every method of ours: what cannot be found shows here.</summary>
internal static class ResolveCommand
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static int Run(ModuleFolder module)
    {
        var problems = new List<string>();
        var (types, methods) = (0, 0);
        var assemblies = module.LoadAll();
        foreach (var assembly in assemblies)
        {
            var ours = assembly.GetName().Name.StartsWith("MtaStsTools", StringComparison.Ordinal);
            foreach (var type in Types(assembly, problems))
            {
                types++;
                if (!ours)
                    continue;
                foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
                    methods += Compile(method, problems) ? 1 : 0;
            }
        }

        problems.ForEach(Console.Error.WriteLine);
        Console.WriteLine($"{assemblies.Count} assemblies, {types} types, {methods} methods, {problems.Count} problems");
        return problems.Count == 0 ? 0 : 1;
    }

    private static Type[] Types(Assembly assembly, List<string> problems)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            problems.AddRange(e.LoaderExceptions.Select(loader => $"{assembly.GetName().Name}: {loader.Message}"));
            return [.. e.Types.Where(type => type is not null)];
        }
    }

    private static bool Compile(MethodBase method, List<string> problems)
    {
        // Open generic code has no body to compile until somebody closes it.
        if (method.IsAbstract || method.ContainsGenericParameters || method.DeclaringType!.ContainsGenericParameters)
            return false;
        try
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
            return true;
        }
        catch (Exception e)
        {
            problems.Add($"{method.DeclaringType}.{method.Name}: {e.GetType().Name}: {e.Message}");
            return false;
        }
    }
}
