namespace MtaStsTools.PowerShell.Providers;

/// <summary>What the script blocks of a policy host get as <c>$_</c>: the domain whose policy file is read, written or removed.</summary>
public sealed class ScriptPolicy
{
    /// <summary>The policy domain in A-label form: <c>example.com</c>.</summary>
    public string Domain { get; internal set; } = "";

    /// <summary>Its policy host: <c>mta-sts.example.com</c>.</summary>
    public string HostName => WellKnownNames.PolicyHostOf(Domain);

    /// <summary>The file that is written, as text; empty where it is read or removed.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>The file that is written, octet for octet.</summary>
    public byte[] Body { get; internal set; } = [];
}
