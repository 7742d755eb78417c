using System.Text;
using MtaStsTools.PowerShell.Pipeline;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Providers;

/// <summary>
/// Keeps policy files by script blocks of the user's. They get a <see cref="ScriptPolicy"/> as <c>$_</c>, run in the session of the command that uses the host,
/// and promise nothing: the file is read right before a change, and once more after it.
/// </summary>
public sealed class ScriptBlockPolicyHost : IPolicyHost
{
    private const string PlanAgain = "Somebody else changed it at the same time: look at it, then plan again.";

    private readonly ScriptBlockHostOptions _options;
    private readonly PipelineScript _read;
    private readonly PipelineScript _write;
    private readonly PipelineScript _remove;

    internal ScriptBlockPolicyHost(ScriptBlockHostOptions options)
    {
        _options = options;
        (_read, _write, _remove) = (new PipelineScript(options.Read), new PipelineScript(options.Write), new PipelineScript(options.Remove));
    }

    /// <inheritdoc/>
    public string Description => "script blocks";

    /// <inheritdoc/>
    public PolicyHostCapabilities Capabilities { get; } = new();

    /// <inheritdoc/>
    public string? GetTarget(string domain) => _options.Target;

    /// <inheritdoc/>
    public async Task<StoredPolicy> ReadAsync(string domain, CancellationToken cancellationToken)
    {
        domain = DomainName.Parse(domain).Ascii;
        var output = await CallAsync(_read, "-Read", new ScriptPolicy { Domain = domain }, isChange: false, cancellationToken).ConfigureAwait(false);
        try
        {
            return new StoredPolicy { Domain = domain, Location = $"the script block's place for {domain}", Body = ScriptFile.Read(output) };
        }
        catch (FormatException exception)
        {
            throw new PolicyHostException(
                ProviderErrorKind.MalformedAnswer,
                $"{domain}: -Read gave what cannot be used. {exception.Message}",
                "Let it write the whole file as one string or as bytes, and nothing where there is no file.",
                exception);
        }
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(PolicyFileChange change, CancellationToken cancellationToken)
    {
        if (!change.Expected.Holds((await ReadAsync(change.Domain, cancellationToken).ConfigureAwait(false)).Body))
            throw new PolicyHostException(ProviderErrorKind.Conflict, $"{change.Domain}: the file is no longer what it was when the change was planned; nothing was changed.", PlanAgain);
        if (change.IsEmpty)
            return;
        if (change.Body is { } body)
        {
            var octets = body.ToArray();
            await CallAsync(_write, "-Write", new ScriptPolicy { Domain = change.Domain, Body = octets, Text = Encoding.UTF8.GetString(octets) }, isChange: true, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await CallAsync(_remove, "-Remove", new ScriptPolicy { Domain = change.Domain }, isChange: true, cancellationToken).ConfigureAwait(false);
        }

        await DemandAsync(change, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    private static async Task<IReadOnlyList<System.Management.Automation.PSObject>> CallAsync(
        PipelineScript script, string name, ScriptPolicy policy, bool isChange, CancellationToken cancellationToken)
    {
        try
        {
            return await script.RunAsync(policy, cancellationToken).ConfigureAwait(false);
        }
        catch (PipelineScriptException exception)
        {
            throw ScriptErrors.CreateForHost(exception, policy.Domain, name, isChange);
        }
    }

    private async Task DemandAsync(PolicyFileChange change, CancellationToken cancellationToken)
    {
        if ((await ReadAsync(change.Domain, cancellationToken).ConfigureAwait(false)).Holds(change.Body))
            return;
        throw new PolicyHostException(
            ProviderErrorKind.Conflict,
            $"{change.Domain}: what -Read gives is not what {(change.Body is null ? "-Remove" : "-Write")} was to leave behind, octet for octet.",
            "Look at the file: either somebody else changed it in the same moment, or the script blocks do not fit together, for instance in encoding and line ends.")
        {
            MayHaveChanged = true,
        };
    }
}
