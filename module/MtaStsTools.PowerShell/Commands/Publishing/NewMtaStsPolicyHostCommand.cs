using System.Management.Automation;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Makes the object through which policy files are stored, for the parameter -To. Each kind of host has a parameter set and a file of its own.</summary>
[Cmdlet(VerbsCommon.New, "MtaStsPolicyHost", DefaultParameterSetName = FolderSet)]
[OutputType(typeof(IPolicyHost))]
public sealed partial class NewMtaStsPolicyHostCommand : MtaStsCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            WriteObject(CreateHost());
        }
        catch (CommandFailedException exception)
        {
            ThrowTerminatingError(exception.ErrorRecord);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(CommandError.Create(
                "InvalidPolicyHost", ErrorCategory.InvalidArgument, CommandError.Sentence(exception), targetObject: null, "Correct the parameter and run the command again.", exception));
        }
    }

    private IPolicyHost CreateHost() => ParameterSetName switch
    {
        _ => CreateFolder(),
    };
}
