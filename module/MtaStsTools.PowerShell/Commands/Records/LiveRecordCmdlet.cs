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

    /// <summary>What is said of a domain that has no such record.</summary>
    private protected abstract Rule Absence { get; }

    /// <summary>The one usable record among the texts, or null; the findings say why.</summary>
    private protected abstract TRecord? Select(IReadOnlyList<string> texts, out IReadOnlyList<Finding> findings);

    private async Task WriteRecordAsync(string domain, string name, DnsAnswer answer)
    {
        if (!answer.Lookup.IsConclusive)
        {
            await WriteErrorAsync(NotFound.LookupIndeterminate(domain, $"The TXT records of {name}", answer.Lookup)).ConfigureAwait(false);
            return;
        }

        var record = Select([.. answer.Texts.Select(txt => txt.Text)], out var findings);
        var errors = findings.Where(finding => finding.Severity == Severity.Error && finding.Id != Absence.Id).ToList();
        if (errors.Count > 0)
        {
            await WriteErrorAsync(InvalidText.Error("NoUsableRecord", $"There is no usable record at {name}", errors, domain)).ConfigureAwait(false);
        }
        else if (record is null)
        {
            await WriteErrorAsync(NotFound.NotPublished(domain, $"{domain} publishes no record at {name}.", Absence.Remedy)).ConfigureAwait(false);
        }
        else
        {
            InvalidText.Warn(this, findings);
            await WriteObjectAsync(OutputFor.Domain(domain, record)).ConfigureAwait(false);
        }
    }
}
