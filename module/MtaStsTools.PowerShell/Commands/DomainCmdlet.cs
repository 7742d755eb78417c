using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>A command about domains that are given by name.</summary>
public abstract class DomainCmdlet : NetworkCmdlet
{
    /// <summary>The domains of the mail addresses, such as example.com. International names are taken in either form.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("DomainName", "Name")]
    [ArgumentCompleter(typeof(DomainCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public virtual string[] Domain { get; set; } = [];

    /// <summary>The domains of the current record that can be asked for. Lists may have blank lines; a lone argument may not be blank.</summary>
    private protected IEnumerable<string> ReadDomains()
    {
        var entries = Domain ?? [];
        if (!MyInvocation.ExpectingInput && Array.TrueForAll(entries, entry => DomainList.Entry(entry) is null))
            WriteError(InvalidDomain.Missing());
        return Valid(entries);
    }
}
