using System.Management.Automation;
using System.Security;
using MtaStsTools.Dns.Tsig;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>A change of the record at <c>_mta-sts.</c> and a domain: shown as a plan, made as planned, and read back.</summary>
public abstract class RecordChangeCmdlet : ObservingCmdlet
{
    private const int DnsPort = 53;

    /// <summary>The primary name server of the zone: a host name or an IP address.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Server { get; set; } = "";

    /// <summary>The TCP port of the name server.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int Port { get; set; } = DnsPort;

    /// <summary>The name of the TSIG key that signs the update. Without it the update is not signed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KeyName { get; set; }

    /// <summary>The secret of the key in Base64, as a secure string.</summary>
    [Parameter]
    public SecureString? KeySecret { get; set; }

    /// <summary>The MAC algorithm of the key.</summary>
    [Parameter]
    public TsigAlgorithm KeyAlgorithm { get; set; } = TsigAlgorithm.HmacSha256;

    /// <summary>The zone that holds the record. Without it, the deepest zone that the server has.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Zone { get; set; }

    /// <summary>How long to wait until every authoritative server has the change, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, 86_400)]
    public int ReadBackTimeoutSec { get; set; } = 120;

    /// <summary>Return what came of the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    // Each record may bring a server and a policy of its own.
    /// <inheritdoc/>
    protected sealed override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        using var key = CreateKey();
        var provider = new DynamicUpdateProvider(new DynamicUpdateOptions
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
            // A laboratory keeps all its servers on one port; on the Internet there is only 53.
            AuthoritativePort = AllowPrivateAddress ? Port : DnsPort,
            DnsServers = DnsServer,
            AllowPrivateAddresses = AllowPrivateAddress,
        });
        foreach (var domain in ReadDomains())
        {
            try
            {
                await ChangeAsync(domain, publisher, cancellationToken).ConfigureAwait(false);
            }
            catch (DnsUpdateException exception)
            {
                await WriteErrorAsync(CommandError.Create(
                    $"DnsUpdate{exception.Error}", Category(exception.Error), exception.Message, domain, exception.Remedy, exception)).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Works out what to change.</summary>
    private protected abstract Task<ChangePlan> PlanAsync(
        string domain, DomainReport report, MtaStsRecordPublisher publisher, IProgress<PublishProgress> progress, CancellationToken cancellationToken);

    private async Task ChangeAsync(string domain, MtaStsRecordPublisher publisher, CancellationToken cancellationToken)
    {
        var progress = new PublishSteps(this, domain);
        using var observer = new DomainObserver(Options);
        var report = DomainAssessor.Assess(await observer.ObserveAsync(domain, cancellationToken).ConfigureAwait(false));
        var plan = await PlanAsync(domain, report, publisher, progress, cancellationToken).ConfigureAwait(false);
        InvalidText.Warn(this, plan.Findings);
        if (plan.IsRefused)
        {
            await WriteErrorAsync(Refusal(domain, plan)).ConfigureAwait(false);
            return;
        }

        WriteVerbose(plan.Reason);
        if (!plan.IsEmpty && !await ShouldProcessAsync(Describe(plan), "Make this change?").ConfigureAwait(false))
            return;

        var result = await publisher.ApplyAsync(plan, progress, cancellationToken).ConfigureAwait(false);
        progress.Complete();
        InvalidText.Warn(this, result.Findings.Except(plan.Findings));
        if (PassThru)
            await WriteObjectAsync(result).ConfigureAwait(false);
    }

    private TsigKey? CreateKey()
    {
        if (KeyName is null && KeySecret is null)
            return null;
        if (KeyName is null || KeySecret is null)
        {
            throw new CommandFailedException(CommandError.Create(
                "IncompleteKey", ErrorCategory.InvalidArgument, "A key has a name and a secret.", KeyName, "Give both -KeyName and -KeySecret, or neither."));
        }

        try
        {
            return TsigKey.FromSecureString(KeyName, KeySecret, KeyAlgorithm);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            // No cause: an inner exception might quote what it could not read.
            throw new CommandFailedException(CommandError.Create(
                "InvalidKey", ErrorCategory.InvalidArgument, exception.Message, KeyName, "Give the key's name and its secret in Base64, as tsig-keygen prints them."));
        }
    }

    // Its findings have been told as warnings before.
    private static string[] Describe(ChangePlan plan) => (plan with { Findings = [] }).ToString().Split('\n');

    private static ErrorRecord Refusal(string domain, ChangePlan plan)
    {
        var first = plan.Findings.First(finding => finding.Severity == Severity.Error);
        var refusal = new PublishRefusedException(plan);

        // Nothing can be published or removed beside an alias, whatever the force.
        var advice = first.IsOf(PublishingRules.RecordDelegated) ? first.Remedy : $"{first.Remedy} To go on all the same, use -Force.";
        return CommandError.Create("ChangeRefused", ErrorCategory.InvalidOperation, refusal.Message, domain, advice, refusal);
    }

    private static ErrorCategory Category(DnsUpdateError error) => error switch
    {
        DnsUpdateError.Refused => ErrorCategory.PermissionDenied,
        DnsUpdateError.NotAuth or DnsUpdateError.BadKey or DnsUpdateError.BadSig or DnsUpdateError.BadTime or DnsUpdateError.BadTrunc => ErrorCategory.AuthenticationError,
        DnsUpdateError.UnsignedAnswer or DnsUpdateError.BadAnswerSignature or DnsUpdateError.StaleAnswer => ErrorCategory.SecurityError,
        DnsUpdateError.YXDomain or DnsUpdateError.YXRRSet => ErrorCategory.ResourceExists,
        DnsUpdateError.NXDomain or DnsUpdateError.NXRRSet or DnsUpdateError.ZoneNotFound or DnsUpdateError.ServerNotFound or DnsUpdateError.NotZone => ErrorCategory.ObjectNotFound,
        DnsUpdateError.Timeout => ErrorCategory.OperationTimeout,
        DnsUpdateError.ConnectionFailed => ErrorCategory.ConnectionError,
        DnsUpdateError.NotImp => ErrorCategory.NotImplemented,
        DnsUpdateError.FormErr or DnsUpdateError.MalformedAnswer => ErrorCategory.ProtocolError,
        _ => ErrorCategory.ResourceUnavailable,
    };
}
