using System.Management.Automation;
using MtaStsTools.Dns;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Gets the one usable record of a kind that a domain publishes as TXT.</summary>
/// <typeparam name="TRecord">The kind of record.</typeparam>
public abstract class LiveRecordCmdlet<TRecord> : DomainCmdlet
    where TRecord : class
{
    /// <inheritdoc/>
    protected sealed override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var resolver = new DnsResolver(ResolverOptions);
        foreach (var domain in ReadDomains())
        {
            var name = NameOf(domain);
            WriteVerbose($"{domain}: DNS: TXT {name}");
            var answer = await resolver.QueryAsync(name, DnsRecordType.TXT, cancellationToken).ConfigureAwait(false);
            await WriteRecordAsync(domain, name, answer).ConfigureAwait(false);
        }
    }

    /// <summary>The name that has the record of the domain.</summary>
    private protected abstract string NameOf(string domain);

    /// <summary>The one usable record among the texts, or null; the findings say why.</summary>
    private protected abstract TRecord? Select(IReadOnlyList<string> texts, out IReadOnlyList<Finding> findings);

    private async Task WriteRecordAsync(string domain, string name, DnsAnswer answer)
    {
        if (!answer.Lookup.IsConclusive)
        {
            await WriteErrorAsync(CommandError.Create(
                "LookupIndeterminate",
                ErrorCategory.ResourceUnavailable,
                $"The TXT records of {name} could not be looked up: {answer.Lookup.Detail ?? answer.Lookup.Outcome.ToString()}.",
                domain,
                "Try again, or ask another name server with -DnsServer.")).ConfigureAwait(false);
            return;
        }

        var record = Select([.. answer.Texts.Select(txt => txt.Text)], out var findings);
        if (record is null || findings.HasError())
        {
            await WriteErrorAsync(InvalidText.Error("NoUsableRecord", $"There is no usable record at {name}", findings, domain)).ConfigureAwait(false);
            return;
        }

        InvalidText.Warn(this, findings);
        await WriteObjectAsync(OutputFor.Domain(domain, record)).ConfigureAwait(false);
    }
}
