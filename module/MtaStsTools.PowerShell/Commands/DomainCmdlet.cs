using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>A command about domains that are given by name.</summary>
public abstract class DomainCmdlet : NetworkCmdlet
{
    /// <summary>The domains of the mail addresses, such as example.com. International names are taken in either form.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("DomainName", "Name")]
    [ArgumentCompleter(typeof(DomainCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Domain { get; set; } = [];

    /// <inheritdoc/>
    protected sealed override IEnumerable<string> ReadRecord() => Valid(Domain);
}
