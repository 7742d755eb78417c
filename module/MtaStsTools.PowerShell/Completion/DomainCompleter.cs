using System.Management.Automation;

namespace MtaStsTools.PowerShell.Completion;

/// <summary>Offers the domains that were used before in this process.</summary>
public sealed class DomainCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<CompletionResult> Values => KnownDomains.Recent.Select(domain => new CompletionResult(domain));
}
