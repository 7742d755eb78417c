using System.Management.Automation;
using System.Security;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>A change of the record at <c>_mta-sts.</c> and a domain: shown as a plan, made as planned, and read back.</summary>
public abstract class RecordChangeCmdlet : ObservingCmdlet
{
    private protected const string ServerSet = "Server";
    private const string ProviderSet = "Provider";
    private bool _isWhatIf;

    /// <summary>What changes the record, as New-MtaStsDnsProvider makes it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ProviderSet)]
    [ValidateNotNull]
    public IDnsRecordProvider? Provider { get; set; }

    /// <summary>The primary name server of the zone: a host name or an IP address.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ServerSet)]
    [ValidateNotNullOrEmpty]
    public string Server { get; set; } = "";

    /// <summary>The TCP port of the name server.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    [ValidateRange(1, 65535)]
    public int Port { get; set; } = UpdateServer.DnsPort;

    /// <summary>The name of the TSIG key that signs the update. Without it the update is not signed.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    [ValidateNotNullOrEmpty]
    public string? KeyName { get; set; }

    /// <summary>The secret of the key in Base64: a SecureString, a PSCredential, <c>env:NAME</c> or <c>secret:NAME</c>.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    [SecretTransformation]
    public SecureString? KeySecret { get; set; }

    /// <summary>The MAC algorithm of the key.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    public TsigAlgorithm KeyAlgorithm { get; set; } = TsigAlgorithm.HmacSha256;

    /// <summary>The zone that holds the record. Without it, the deepest zone that the server has.</summary>
    [Parameter(ParameterSetName = ServerSet)]
    [ValidateNotNullOrEmpty]
    public string? Zone { get; set; }

    /// <summary>The port of the authoritative name servers that are asked for the change. Resolvers only use 53; another one is for laboratories.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int NameServerPort { get; set; } = UpdateServer.DnsPort;

    /// <summary>How long to wait until every authoritative server has the change, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, 86_400)]
    public int ReadBackTimeoutSec { get; set; } = 120;

    /// <summary>Return what came of the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        _isWhatIf = MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
            ? given is SwitchParameter { IsPresent: true }
            : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));
        base.BeginProcessing();
    }

    // Each record may bring a server and a policy of its own.
    /// <inheritdoc/>
    protected sealed override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (Incomplete() is { } error)
        {
            await WriteErrorAsync(error).ConfigureAwait(false);
            return;
        }

        using var key = Provider is null ? UpdateServer.CreateKey(KeyName, KeySecret, KeyAlgorithm) : null;
        var provider = Provider ?? UpdateServer.CreateProvider(new DynamicUpdateOptions
        {
            Server = Server,
            Port = Port,
            Key = key,
            Zone = Zone,
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
        });
        var publisher = new MtaStsRecordPublisher(provider, new MtaStsRecordPublisherOptions
        {
            ReadBackTimeLimit = TimeSpan.FromSeconds(ReadBackTimeoutSec),
            QueryTimeout = TimeSpan.FromSeconds(TimeoutSec),
            AuthoritativePort = NameServerPort,
            DnsServers = DnsServer,
            AllowPrivateAddresses = AllowPrivateAddress,
        });
        foreach (var domain in ReadDomains())
        {
            try
            {
                await ChangeAsync(domain, publisher, cancellationToken).ConfigureAwait(false);
            }
            catch (DnsProviderException exception)
            {
                await WriteErrorAsync(ProviderErrors.Create(exception, domain)).ConfigureAwait(false);
            }
            catch (ChangeFailedException exception)
            {
                await WriteErrorAsync(ProviderErrors.Create(exception.Cause, domain)).ConfigureAwait(false);
            }
            catch (ArgumentException exception)
            {
                await WriteErrorAsync(CommandError.From(exception, domain)).ConfigureAwait(false);
            }
            catch (ChangeCanceledException exception) when (exception.Result.Steps.Any(step => step.State is StepState.Changed or StepState.Unknown))
            {
                // The pipeline is stopping and takes no warning any more; the host still does.
                Host.UI.WriteWarningLine(exception.Message);
                throw;
            }
        }
    }

    /// <summary>The error of a record of the pipeline that does not say what to change; null where it does.</summary>
    private protected virtual ErrorRecord? Incomplete() => null;

    /// <summary>Works out what to change.</summary>
    private protected abstract Task<ChangePlan> PlanAsync(
        string domain, DomainReport report, MtaStsRecordPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken);

    private async Task ChangeAsync(string domain, MtaStsRecordPublisher publisher, CancellationToken cancellationToken)
    {
        using var progress = new PublishSteps(this, domain);
        using var observer = new DomainObserver(Options);
        var report = DomainAssessor.Assess(await observer.ObserveAsync(domain, cancellationToken).ConfigureAwait(false));
        var plan = await PlanAsync(domain, report, publisher, progress, cancellationToken).ConfigureAwait(false);
        InvalidText.Warn(this, plan.Findings);
        if (plan.IsRefused)
        {
            await WriteErrorAsync(Refusal(domain, plan)).ConfigureAwait(false);
            return;
        }

        foreach (var step in plan.Steps)
            WriteVerbose($"{domain}: {step.Reason} {step.Precondition} {step.Action} {step.Verification}");
        if (!await MayApplyAsync(plan).ConfigureAwait(false))
            return;

        var result = await publisher.ApplyAsync(plan, progress, cancellationToken).ConfigureAwait(false);
        InvalidText.Warn(this, result.Findings.Except(plan.Findings));
        if (PassThru)
        {
            foreach (var step in result.Steps)
                await WriteObjectAsync(step).ConfigureAwait(false);
        }
    }

    /// <summary>Asks -WhatIf and -Confirm. A plan without a change needs nobody's consent, but -WhatIf says that there is none.</summary>
    private async Task<bool> MayApplyAsync(ChangePlan plan)
    {
        if (!plan.IsEmpty)
            return await ShouldProcessAsync(Describe(plan), "Make this change?").ConfigureAwait(false);
        if (_isWhatIf)
            await ShouldProcessAsync([.. Describe(plan), "Nothing would be changed."], "").ConfigureAwait(false);
        return true;
    }

    // Its findings have been told as warnings before.
    private static IEnumerable<string> Describe(ChangePlan plan) => plan.Steps.SelectMany(step => $"{step}".Split('\n'));

    private static ErrorRecord Refusal(string domain, ChangePlan plan)
    {
        var first = plan.Findings.First(finding => finding.Severity == Severity.Error);
        var refusal = new PublishRefusedException(plan);

        // Nothing can be published or removed beside an alias, whatever the force.
        var advice = first.IsOf(PublishingRules.RecordDelegated) ? first.Remedy : $"{first.Remedy} To go on all the same, use -Force.";
        return CommandError.Create("ChangeRefused", ErrorCategory.InvalidOperation, refusal.Message, domain, advice, refusal);
    }
}
