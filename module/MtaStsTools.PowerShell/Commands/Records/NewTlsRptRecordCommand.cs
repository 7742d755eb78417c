using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Makes the TXT record that asks senders for TLS reports.</summary>
[Cmdlet(VerbsCommon.New, "TlsRptRecord")]
[OutputType(typeof(TlsRptRecord))]
public sealed class NewTlsRptRecordCommand : MtaStsCmdlet
{
    /// <summary>Where reports go: mail addresses, or mailto and https URIs.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string[] Rua { get; set; } = [];

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var addresses = string.Join(",", Rua.Select(ToUri));
        if (TlsRptRecord.TryParse($"v=TLSRPTv1; rua={addresses};", out var record, out var findings))
            WriteObject(record);
        else
            WriteError(InvalidText.Error("InvalidRecord", "The record is not valid", findings, Rua));
    }

    // The three that part things inside a record; the rest of a URI is the user's own (RFC 8460 §3).
    private static string ToUri(string address)
    {
        var uri = address.IndexOf(':') < 0 && address.IndexOf('@') > 0 ? "mailto:" + address : address;
        return uri.Replace(",", "%2C").Replace("!", "%21").Replace(";", "%3B");
    }
}
