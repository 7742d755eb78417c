using System.Collections;
using System.Management.Automation;
using System.Net;
using MtaStsTools.Dns;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Makes a policy from values, or drafts one from the live MX records of a domain.</summary>
[Cmdlet(VerbsCommon.New, "MtaStsPolicy", DefaultParameterSetName = ValueSet)]
[OutputType(typeof(MtaStsPolicy))]
public sealed class NewMtaStsPolicyCommand : NetworkCmdlet
{
    private const string ValueSet = "Value";
    private const string DraftSet = "FromDomain";

    /// <summary>What senders do with a host that the policy does not cover. A draft is in testing mode unless told otherwise.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ValueSet)]
    [Parameter(ParameterSetName = DraftSet)]
    public MtaStsMode Mode { get; set; } = MtaStsMode.Testing;

    /// <summary>The hosts that may receive the mail; a leading '*.' stands for one label. A draft has them beside the live ones.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ParameterSetName = ValueSet)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = DraftSet)]
    public string[] MX { get; set; } = [];

    /// <summary>How long senders remember the policy: a TimeSpan, seconds, or a number with a unit such as 7d or 2w. The default is four weeks for enforce, else a day.</summary>
    [Parameter(Position = 2)]
    [DurationTransformation]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan? MaxAge { get; set; }

    /// <summary>Fields that the RFC does not know, as names and values.</summary>
    [Parameter]
    public IDictionary? Extension { get; set; }

    /// <summary>Draft the mx lines from the live MX records of this domain.</summary>
    // Not mandatory: whoever has a default for -DnsServer in $PSDefaultParameterValues is in this set without having named it.
    [Parameter(ParameterSetName = DraftSet)]
    [ArgumentCompleter(typeof(DomainCompleter))]
    [ValidateNotNullOrEmpty]
    public string? FromDomain { get; set; }

    /// <inheritdoc/>
    [Parameter(ParameterSetName = DraftSet)]
    [DnsServerTransformation]
    public override IPEndPoint[] DnsServer { get; set; } = [];

    /// <inheritdoc/>
    [Parameter(ParameterSetName = DraftSet)]
    [ValidateRange(1, 600)]
    public override int TimeoutSec { get; set; } = 10;

    private readonly List<string> _mx = [];

    private TimeSpan Lifetime => MaxAge ?? (Mode == MtaStsMode.Enforce ? PolicyDrafter.DefaultEnforceMaxAge : PolicyDrafter.DefaultMaxAge);

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        _mx.AddRange(MX);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (FromDomain is null)
            await WritePolicyAsync(_mx, _mx).ConfigureAwait(false);
        else
            foreach (var domain in Valid([FromDomain]))
                await DraftAsync(domain, cancellationToken).ConfigureAwait(false);
    }

    private async Task DraftAsync(string domain, CancellationToken cancellationToken)
    {
        WriteVerbose($"{domain}: DNS: MX {domain}");
        var answer = await new DnsResolver(ResolverOptions).QueryAsync(domain, DnsRecordType.MX, cancellationToken).ConfigureAwait(false);
        var mx = new MxLookupObservation { Lookup = answer.Lookup, Records = answer.MailExchangers };
        if (!answer.Lookup.IsConclusive)
        {
            await WriteErrorAsync(NotFound.LookupIndeterminate(domain, $"The MX records of {domain}", answer.Lookup)).ConfigureAwait(false);
            return;
        }

        if (PolicyDrafter.Obstacle(domain, mx) is { } obstacle)
        {
            await WriteErrorAsync(CommandError.Create(
                "NoMailExchangers", ErrorCategory.ObjectNotFound, obstacle.Message, domain, $"{obstacle.Remedy} Or name the hosts with -MX.")).ConfigureAwait(false);
            return;
        }

        try
        {
            var draft = PolicyDrafter.Draft(domain, mx, Mode, Lifetime);
            foreach (var pattern in draft.Patterns)
                WriteVerbose($"{domain}: {pattern.Pattern} for {string.Join(", ", pattern.Hosts)}{(pattern.Provider is null ? "" : $" ({pattern.Provider})")}");
            var hosts = draft.Policy.Mx.Select(pattern => pattern.ToString()).Concat(_mx).Distinct(StringComparer.OrdinalIgnoreCase);
            await WritePolicyAsync(hosts, domain).ConfigureAwait(false);
        }
        catch (MtaStsFormatException exception)
        {
            await WriteErrorAsync(InvalidText.Error("InvalidPolicy", $"The name of an MX of {domain} is not valid", exception.Findings, domain)).ConfigureAwait(false);
        }
    }

    private async Task WritePolicyAsync(IEnumerable<string> mx, object target)
    {
        var findings = new List<Finding>();
        var patterns = new List<MxPattern>();
        foreach (var text in mx)
        {
            if (MxPattern.TryParse(text, out var pattern, out var problems))
                patterns.Add(pattern);
            findings.AddRange(problems);
        }

        var policy = new MtaStsPolicy { Mode = Mode, MaxAge = Lifetime, Mx = patterns, Extensions = Extensions() };
        if (!findings.HasError())
            findings = [.. PolicyFindings.Of(policy, PolicyAdvice.Default)];
        if (findings.HasError())
        {
            await WriteErrorAsync(InvalidText.Error("InvalidPolicy", "The policy is not valid", findings, target)).ConfigureAwait(false);
            return;
        }

        InvalidText.Warn(this, findings);
        await WriteObjectAsync(policy).ConfigureAwait(false);
    }

    private List<Extension> Extensions() =>
        [.. (Extension ?? new Hashtable()).Cast<DictionaryEntry>().Select(field => new Extension($"{field.Key}", $"{field.Value}"))];
}
