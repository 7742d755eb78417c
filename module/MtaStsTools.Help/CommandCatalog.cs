using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace MtaStsTools.Help;

/// <summary>The cmdlets as the engine sees them, so that help and engine agree on parameter sets and syntax.</summary>
internal sealed class CommandCatalog : IDisposable
{
    private static readonly HashSet<string> Common =
        [.. Cmdlet.CommonParameters, .. Cmdlet.OptionalCommonParameters];

    private readonly Runspace _runspace;

    public CommandCatalog(Assembly cmdlets)
    {
        var state = InitialSessionState.CreateDefault2();
        foreach (var type in cmdlets.GetExportedTypes())
        {
            if (type.GetCustomAttribute<CmdletAttribute>(inherit: false) is { } cmdlet)
                state.Commands.Add(new SessionStateCmdletEntry($"{cmdlet.VerbName}-{cmdlet.NounName}", type, helpFileName: null));
        }

        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();

        // The engine puts the user's modules on the path as it opens. A module there that is not loaded has cmdlets without a type.
        Environment.SetEnvironmentVariable("PSModulePath", "");
        using var command = PowerShell.Create(_runspace).AddCommand("Get-Command")
            .AddParameter("CommandType", CommandTypes.Cmdlet).AddParameter("ListImported");
        All = [.. command.Invoke<CmdletInfo>().Where(c => c.ImplementingType.Assembly == cmdlets).OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>The cmdlets, by name.</summary>
    public IReadOnlyList<CmdletInfo> All { get; }

    /// <summary>A cmdlet's own parameters: neither -Verbose and its like, nor -WhatIf and -Confirm.</summary>
    public static IEnumerable<ParameterMetadata> OwnParameters(CmdletInfo cmdlet) =>
        cmdlet.Parameters.Values.Where(p => !Common.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>The parameters of a set in the order of its syntax line.</summary>
    public static IEnumerable<CommandParameterInfo> SyntaxParameters(CommandParameterSetInfo set) =>
        set.Parameters
            .Where(p => !Common.Contains(p.Name) || Cmdlet.OptionalCommonParameters.Contains(p.Name) && p.Name is "WhatIf" or "Confirm")
            .OrderBy(p => p.Position < 0 ? int.MaxValue : p.Position)
            .ThenByDescending(p => p.IsMandatory);

    /// <summary>The value that a parameter has when it is not given, as a user would write it; null where there is none worth telling.</summary>
    public static string? DefaultOf(CmdletInfo cmdlet, ParameterMetadata parameter)
    {
        var value = cmdlet.ImplementingType.GetProperty(parameter.Name)?.GetValue(Activator.CreateInstance(cmdlet.ImplementingType));
        return value switch
        {
            null or SwitchParameter or false or "" or Array { Length: 0 } => null,
            Array values => string.Join(", ", values.Cast<object>()),
            TimeSpan time => time.ToString("c", System.Globalization.CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(format: null, System.Globalization.CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
    }

    public void Dispose() => _runspace.Dispose();
}
