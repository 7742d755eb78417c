namespace MtaStsTools.PowerShell.Providers.WindowsDns;

/// <summary>
/// The calls of the module DnsServer. Each script gets a hashtable as <c>$_</c>: <c>Server</c> has the parameters that say which server, the others what to do.
/// What is not there is no error: the cmdlets say so by the codes 9701 (no such record) and 9714 (no such name).
/// </summary>
internal static class DnsServerScripts
{
    /// <summary>Of <c>Names</c>, those that are zones.</summary>
    public const string Zones = Prelude + """
        DnsServer\Get-DnsServerZone @server | Microsoft.PowerShell.Core\Where-Object { $call.Names -contains $_.ZoneName }
        """;

    /// <summary>The first of <c>Names</c> that <c>Zone</c> has given to other servers.</summary>
    public const string Delegated = Prelude + """
        foreach ($name in $call.Names) {
            try { $found = @(DnsServer\Get-DnsServerResourceRecord @server -ZoneName $call.Zone -Name $name -Node -RRType Ns | Microsoft.PowerShell.Core\Where-Object HostName -eq $name) }
            catch { if ("$($_.FullyQualifiedErrorId)" -notmatch '^WIN32 97(01|14),') { throw }; continue }
            if ($found) { $name; break }
        }
        """;

    /// <summary>The TXT and CNAME records of <c>Record</c>.</summary>
    public const string Read = Prelude + Records + """
        Get-Records CName
        Get-Records Txt
        """;

    /// <summary>Adds <c>Record</c>.</summary>
    public const string Add = Prelude + """
        $null = DnsServer\Add-DnsServerResourceRecord @server -ZoneName $record.Zone -Name $record.HostName -Txt -DescriptiveText $record.Text -TimeToLive $record.Ttl -Confirm:$false
        """;

    /// <summary>Removes <c>Record</c>, and no other.</summary>
    public const string Remove = Prelude + Records + Single + """
        $null = DnsServer\Remove-DnsServerResourceRecord @server -ZoneName $record.Zone -InputObject (Get-Single) -Force -Confirm:$false
        """;

    /// <summary>Removes all TXT records at the name of <c>Record</c>.</summary>
    public const string Clear = Prelude + """
        $null = DnsServer\Remove-DnsServerResourceRecord @server -ZoneName $record.Zone -Name $record.HostName -RRType Txt -Force -Confirm:$false
        """;

    /// <summary>Gives <c>Record</c> its time to live.</summary>
    public const string Retime = Prelude + Records + Single + """
        $old = Get-Single
        $new = $old.PSObject.Copy()
        $new.TimeToLive = $record.Ttl
        $null = DnsServer\Set-DnsServerResourceRecord @server -ZoneName $record.Zone -OldInputObject $old -NewInputObject $new -Confirm:$false
        """;

    private const string Prelude = """
        if (-not (Microsoft.PowerShell.Core\Get-Module -Name DnsServer)) { Microsoft.PowerShell.Core\Import-Module -Name DnsServer -ErrorAction Stop -Verbose:$false }
        $call = $_
        $server = $call.Server
        $record = $call.Record

        """;

    private const string Records = """
        function Get-Records([string] $Type) {
            try { DnsServer\Get-DnsServerResourceRecord @server -ZoneName $record.Zone -Name $record.HostName -Node -RRType $Type | Microsoft.PowerShell.Core\Where-Object HostName -eq $record.HostName }
            catch { if ("$($_.FullyQualifiedErrorId)" -notmatch '^WIN32 97(01|14),') { throw } }
        }

        """;

    private const string Single = """
        function Get-Single {
            $same = @(Get-Records Txt | Microsoft.PowerShell.Core\Where-Object { $_.RecordData.DescriptiveText -ceq $record.Text })
            if ($same.Count -ne 1) {
                throw [System.Management.Automation.ErrorRecord]::new([System.InvalidOperationException]::new("It has $($same.Count) records of that text and not one."), 'NotOneRecord', 'ResourceExists', $record.Name)
            }
            $same[0]
        }

        """;
}
