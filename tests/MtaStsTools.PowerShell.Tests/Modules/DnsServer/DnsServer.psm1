# A double of the module DnsServer of Windows: the parameters, types, outputs and errors of its cmdlets, over the records in $global:dnsServer.
# Of a TXT record with several strings it shows and matches the first one alone, as the real cmdlets do, and takes one string of at most 254 characters.

$namespace = 'Microsoft.Management.Infrastructure.CimInstance#root/Microsoft/Windows/DNS'

function Stop-WithCode($Cmdlet, [string] $Code, [System.Management.Automation.ErrorCategory] $Category, [string] $Message, $Target) {
    $Cmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.Exception]::new($Message), $Code, $Category, $Target))
}

# What a server is asked for; false where it fails, with the error written.
function Test-Server($Cmdlet, $Bound, [string] $Zone) {
    $server = if ($Bound.ComputerName) { $Bound.ComputerName } else { 'DC01' }
    $global:dnsServer.Asked.Add("$($Cmdlet.MyInvocation.MyCommand.Name) $($Bound.ComputerName) $($Bound.CimSession)".Trim())
    $fault = $global:dnsServer.FaultOf($Cmdlet.MyInvocation.MyCommand.Name)
    if ($fault) {
        $code, $category, $text = $fault -split '\|'
        Stop-WithCode $Cmdlet $code $category "$text on server $server." $server
        return $false
    }
    if ($Zone -and -not $global:dnsServer.HasZone($Zone)) {
        Stop-WithCode $Cmdlet 'WIN32 9601' ObjectNotFound "Failed to get the zone information for $Zone on server $server." $Zone
        return $false
    }
    $true
}

function ConvertTo-Instance($Record) {
    $data, $class = switch ($Record.Type) {
        'TXT' { @{ DescriptiveText = $Record.Strings[0] }, 'Txt' }
        'CNAME' { @{ HostNameAlias = "$($Record.Strings[0])." }, 'CName' }
        'NS' { @{ NameServer = "$($Record.Strings[0])." }, 'NS' }
    }
    $recordData = [pscustomobject] $data
    $recordData.PSTypeNames.Insert(0, "$namespace/DnsServerResourceRecord$class")
    $instance = [pscustomobject]@{
        DistinguishedName = "DC=$($Record.HostName),DC=$($Record.Zone),cn=MicrosoftDNS,DC=DomainDnsZones,DC=corp,DC=test"
        HostName = $Record.HostName; RecordClass = 'IN'; RecordData = $recordData; RecordType = $Record.Type; Timestamp = $null
        TimeToLive = $Record.Ttl; Type = 0; PSComputerName = $null
    }
    $instance.PSTypeNames.Insert(0, "$namespace/DnsServerResourceRecord")
    $instance
}

# The record that an instance stands for: the one whose only string it shows.
function Find-Record([string] $Zone, $Instance) {
    $global:dnsServer.Records | Where-Object {
        $_.Zone -eq $Zone -and $_.HostName -eq $Instance.HostName -and $_.Type -eq $Instance.RecordType -and $_.Strings.Count -eq 1 -and $_.Strings[0] -ceq $Instance.RecordData.DescriptiveText
    }
}

function Get-DnsServerZone {
    [CmdletBinding()]
    param(
        [Parameter(Position = 1, ValueFromPipelineByPropertyName)] [Alias('ZoneName')] [string[]] $Name,
        [Alias('Cn')] [string] $ComputerName, [string] $VirtualizationInstance,
        [Alias('Session')] [object[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob)
    if (-not (Test-Server $PSCmdlet $PSBoundParameters)) { return }
    foreach ($zone in $global:dnsServer.Zones) {
        if ($Name -and $Name -notcontains $zone.ZoneName) { continue }
        $instance = [pscustomobject]@{
            ZoneName = $zone.ZoneName; ZoneType = $zone.ZoneType; IsAutoCreated = $false; IsDsIntegrated = $true; IsReverseLookupZone = $false; IsSigned = $false
            IsReadOnly = $zone.IsReadOnly; IsPaused = $zone.IsPaused; IsShutdown = $false; DynamicUpdate = 'Secure'
        }
        $instance.PSTypeNames.Insert(0, "$namespace/DnsServerZone")
        $instance
    }
}

function Get-DnsServerResourceRecord {
    [CmdletBinding(DefaultParameterSetName = 'Name')]
    param(
        [Parameter(Position = 2, ValueFromPipelineByPropertyName)] [string] $Name,
        [Alias('Cn', 'ForwardLookupPrimaryServer')] [string] $ComputerName,
        [Parameter(Mandatory, Position = 1, ValueFromPipelineByPropertyName)] [Alias('ForwardLookupZone')] [string] $ZoneName,
        [switch] $Node, [string] $ZoneScope, [string] $VirtualizationInstance,
        [Parameter(ParameterSetName = 'Unknown', Mandatory, Position = 3)] [uint16] $Type,
        [Parameter(ParameterSetName = 'Name')] [ValidateSet('A', 'AAAA', 'CName', 'Mx', 'Ns', 'Ptr', 'Soa', 'Srv', 'Txt')] [string] $RRType,
        [Alias('Session')] [object[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob)
    if (-not (Test-Server $PSCmdlet $PSBoundParameters $ZoneName)) { return }
    $records = @($global:dnsServer.Records | Where-Object {
        $_.Zone -eq $ZoneName -and (-not $Name -or $_.HostName -eq $Name -or (-not $Node -and $_.HostName -like "*.$Name"))
    })
    if (-not $records -and $Name -ne '@') {
        Stop-WithCode $PSCmdlet 'WIN32 9714' ObjectNotFound "Failed to get $Name record in $ZoneName zone on $ComputerName server." $Name
        return
    }
    foreach ($record in $records) { if (-not $RRType -or $record.Type -eq $RRType) { ConvertTo-Instance $record } }
}

function Add-DnsServerResourceRecord {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'InputObject')]
    param(
        [Parameter(Mandatory, Position = 1, ValueFromPipelineByPropertyName)] [Alias('ForwardLookupZone')] [string] $ZoneName,
        [Alias('Cn', 'ForwardLookupPrimaryServer')] [string] $ComputerName, [switch] $PassThru, [string] $ZoneScope, [string] $VirtualizationInstance,
        [Parameter(ParameterSetName = 'TXT', Mandatory, Position = 2)] [Alias('DeviceName')] [string] $Name,
        [Parameter(ParameterSetName = 'TXT')] [timespan] $TimeToLive, [Parameter(ParameterSetName = 'TXT')] [switch] $AgeRecord, [switch] $AllowUpdateAny,
        [Parameter(ParameterSetName = 'TXT', Mandatory)] [string] $DescriptiveText,
        [Parameter(ParameterSetName = 'TXT', Mandatory)] [switch] $Txt,
        [Parameter(ParameterSetName = 'InputObject', Mandatory, ValueFromPipeline)] [PSTypeName('Microsoft.Management.Infrastructure.CimInstance#root/Microsoft/Windows/DNS/DnsServerResourceRecord')] $InputObject,
        [Parameter(ParameterSetName = 'InputObject')] [switch] $Force,
        [Alias('Session')] [object[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob)
    if (-not (Test-Server $PSCmdlet $PSBoundParameters $ZoneName) -or -not $PSCmdlet.ShouldProcess($Name)) { return }
    if ($DescriptiveText.Length -gt 254) {
        Stop-WithCode $PSCmdlet 'WIN32 1783' NotSpecified "Failed to create resource record $Name in zone $ZoneName on server $ComputerName." $Name
        return
    }
    if ($global:dnsServer.Records | Where-Object { $_.Zone -eq $ZoneName -and $_.HostName -eq $Name -and ($_.Type -eq 'CNAME' -or ($_.Type -eq 'TXT' -and $_.Strings.Count -eq 1 -and $_.Strings[0] -ceq $DescriptiveText)) }) {
        Stop-WithCode $PSCmdlet 'WIN32 9711' ResourceExists "Failed to create resource record $Name in zone $ZoneName on server $ComputerName." $Name
        return
    }
    $global:dnsServer.Add($ZoneName, $Name, 'TXT', $TimeToLive, @($DescriptiveText))
}

function Set-DnsServerResourceRecord {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 3, ValueFromPipelineByPropertyName)] [PSTypeName('Microsoft.Management.Infrastructure.CimInstance#root/Microsoft/Windows/DNS/DnsServerResourceRecord')] $NewInputObject,
        [Parameter(Mandatory, Position = 2, ValueFromPipelineByPropertyName)] [PSTypeName('Microsoft.Management.Infrastructure.CimInstance#root/Microsoft/Windows/DNS/DnsServerResourceRecord')] $OldInputObject,
        [Alias('Cn', 'ForwardLookupPrimaryServer')] [string] $ComputerName,
        [Parameter(Mandatory, Position = 1, ValueFromPipelineByPropertyName)] [Alias('ForwardLookupZone')] [string] $ZoneName,
        [switch] $PassThru, [string] $ZoneScope, [string] $VirtualizationInstance,
        [Alias('Session')] [object[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob)
    if (-not (Test-Server $PSCmdlet $PSBoundParameters $ZoneName) -or -not $PSCmdlet.ShouldProcess($OldInputObject.HostName)) { return }
    $record = Find-Record $ZoneName $OldInputObject
    if (-not $record -or $OldInputObject.TimeToLive -ne $record.Ttl) {
        Stop-WithCode $PSCmdlet 'WIN32 9701' ObjectNotFound "Failed to set the resource record $($OldInputObject.HostName) in zone $ZoneName on server $ComputerName." $OldInputObject
        return
    }
    $global:dnsServer.Remove($record)
    $global:dnsServer.Add($ZoneName, $NewInputObject.HostName, $NewInputObject.RecordType, $NewInputObject.TimeToLive, @($NewInputObject.RecordData.DescriptiveText))
}

function Remove-DnsServerResourceRecord {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'InputObject')]
    param(
        [Parameter(Mandatory, Position = 1, ValueFromPipelineByPropertyName)] [Alias('ForwardLookupZone')] [string] $ZoneName,
        [switch] $PassThru, [Alias('Cn', 'ForwardLookupPrimaryServer')] [string] $ComputerName, [switch] $Force, [string] $ZoneScope, [string] $VirtualizationInstance,
        [Parameter(ParameterSetName = 'InputObject', Mandatory, ValueFromPipeline)] [PSTypeName('Microsoft.Management.Infrastructure.CimInstance#root/Microsoft/Windows/DNS/DnsServerResourceRecord')] $InputObject,
        [Parameter(ParameterSetName = 'Name', Mandatory, Position = 3)] [ValidateSet('A', 'AAAA', 'CName', 'Mx', 'Ns', 'Ptr', 'Soa', 'Srv', 'Txt')] [string] $RRType,
        [Parameter(ParameterSetName = 'Name')] [string[]] $RecordData,
        [Parameter(ParameterSetName = 'Name', Mandatory, Position = 2)] [Alias('RecordName')] [string] $Name,
        [Alias('Session')] [object[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob)
    if (-not (Test-Server $PSCmdlet $PSBoundParameters $ZoneName)) { return }
    if (-not $Force -and -not $PSCmdlet.ShouldContinue("Removing DNS resource record $Name from zone $ZoneName on $ComputerName server. Do you want to continue?", 'Confirm')) { return }
    $records = if ($InputObject) { Find-Record $ZoneName $InputObject } else {
        @($global:dnsServer.Records | Where-Object { $_.Zone -eq $ZoneName -and $_.HostName -eq $Name -and $_.Type -eq $RRType -and (-not $RecordData -or $_.Strings[0] -ceq $RecordData[0]) })
    }
    if (-not $records) {
        Stop-WithCode $PSCmdlet 'WIN32 9701' ObjectNotFound "Failed to remove the resource record $Name in zone $ZoneName on server $ComputerName." $Name
        return
    }
    foreach ($record in @($records)) { $global:dnsServer.Remove($record) }
}
