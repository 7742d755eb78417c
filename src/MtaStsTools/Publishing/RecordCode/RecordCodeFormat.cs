namespace MtaStsTools.Publishing.RecordCode;

/// <summary>A form in which records are written for a tool that publishes them.</summary>
public enum RecordCodeFormat
{
    /// <summary>Lines of a zone's master file (RFC 1035 §5).</summary>
    ZoneFile,

    /// <summary>Terraform or OpenTofu with the provider <c>azurerm</c>.</summary>
    TerraformAzure,

    /// <summary>Terraform or OpenTofu with the provider <c>aws</c> (Route 53).</summary>
    TerraformAws,

    /// <summary>Terraform or OpenTofu with the provider <c>cloudflare</c>, version 5 or newer.</summary>
    TerraformCloudflare,

    /// <summary>Terraform or OpenTofu with the provider <c>google</c>.</summary>
    TerraformGoogle,

    /// <summary>Bicep for Azure DNS.</summary>
    Bicep,

    /// <summary>JavaScript for DNSControl.</summary>
    DnsControl,

    /// <summary>YAML for octoDNS: one document a zone.</summary>
    OctoDns,

    /// <summary>A shell script with the Azure command-line interface.</summary>
    AzCli,

    /// <summary>A PowerShell script for the DNS server of Windows.</summary>
    PowerShell,
}
