<#
.SYNOPSIS
The main job from end to end, against the loopback laboratory: ./build.sh demo

.DESCRIPTION
Drafts a policy from live MX records, tests it, publishes policy and record in the only safe order, is refused where mail
would be lost, and walks through six broken domains. Needs the environment that `MtaStsTools.Lab run` gives, and no cmdlets but the module's and
those of Microsoft.PowerShell.Core.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
if (-not $env:MTASTS_LAB_DNS) {
    throw 'The laboratory is not running. Start this script with ./build.sh demo (or ./build.ps1 demo).'
}

if (-not (Get-Module -Name MtaStsTools)) {
    $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', 'MtaStsTools.psd1')
    if (-not [System.IO.File]::Exists($manifest)) {
        $manifest = [System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'MtaStsTools', 'MtaStsTools.psd1')
    }
    Import-Module -Name $manifest
}

# What differs from the Internet: a name server, ports and a root certificate of our own, and loopback addresses.
$dnsAddress, $dnsPort = $env:MTASTS_LAB_DNS -split ':'
$PSDefaultParameterValues = @{
    '*-MtaSts*:DnsServer'           = $env:MTASTS_LAB_DNS
    '*-MtaSts*:HttpsPort'           = $env:MTASTS_LAB_HTTPS_PORT
    '*-MtaSts*:SmtpPort'            = $env:MTASTS_LAB_SMTP_PORT
    '*-MtaSts*:TrustedRoot'         = $env:MTASTS_LAB_ROOT
    '*-MtaSts*:AllowPrivateAddress' = $true
    '*-MtaSts*:NameServerPort'      = $dnsPort
}

# At a prompt this would be: $secret = Read-Host -AsSecureString
$secret = [securestring]::new()
foreach ($character in $env:MTASTS_LAB_KEY_SECRET.ToCharArray()) { $secret.AppendChar($character) }

# Where records are changed, and where policy files are stored: here a zone that takes signed updates, and the folders of a web server.
$dns = New-MtaStsDnsProvider -Rfc2136 -Server $dnsAddress -Port $dnsPort -KeyName $env:MTASTS_LAB_KEY_NAME -KeySecret $secret
$web = New-MtaStsPolicyHost -Folder "$env:MTASTS_LAB_WEB/{host}"

# Says what comes, shows the command, and runs it here; Out-Default gives each result its own view.
function Step([string] $Text, [scriptblock] $Command) {
    $bold, $dim, $reset = if ($PSStyle) { $PSStyle.Bold, $PSStyle.Foreground.BrightBlack, $PSStyle.Reset } else { '', '', '' }
    "`n$bold$Text$reset", "${dim}PS>$reset $("$Command".Trim())`n" | Out-Default
    . $Command | Out-Default
}

. Step '1. The policy host of publish-new.test is up, and no record says so. Senders see nothing of it.' {
    Test-MtaStsDomain publish-new.test
}

. Step '2. Draft a policy from the live MX records. (In real life, begin with -Mode Testing and a day.)' {
    $policy = New-MtaStsPolicy -FromDomain publish-new.test -Mode Enforce -MaxAge 30d; $policy
}

. Step '3. Check it. Nothing is said of a policy without fault, so ask for a plain answer.' {
    $policy | Test-MtaStsPolicy -Quiet
}

. Step '4. What would publishing it do? Five steps, and the record only when every address serves the file.' {
    Publish-MtaSts publish-new.test -Policy $policy -To $web -Provider $dns -WhatIf
}

. Step '5. Publish it.' {
    Publish-MtaSts publish-new.test -Policy $policy -To $web -Provider $dns -PassThru
}

. Step '6. Once more. The file says the same and the record announces it already, so nothing is written.' {
    (Publish-MtaSts publish-new.test -Policy $policy -To $web -Provider $dns -PassThru).Changed
}

. Step '7. Test the domain as senders see it now.' {
    Test-MtaStsDomain publish-new.test
}

. Step '8. Enforce where mail would be lost? It is refused before anything is written.' {
    $expired = New-MtaStsPolicy -Mode Enforce -MaxAge 30d -Mx mx1.mx-expired.test
    try { Publish-MtaSts mx-expired.test -Policy $expired -To $web -Provider $dns -ErrorAction Stop } catch { $_.ErrorDetails.Message, $_.ErrorDetails.RecommendedAction }
}

"`nSix domains that went wrong, each in its own way."

. Step 'Two records: senders take neither.' { Test-MtaStsDomain two-records.test }
. Step 'The whole policy on one line, as many articles print it.' { Test-MtaStsDomain one-line-semicolons.test }
. Step 'The policy URL redirects, and senders do not follow.' { Test-MtaStsDomain redirect.test }
. Step 'The certificate of the policy host is for another name.' { Test-MtaStsDomain wrong-name.test }
. Step 'A back-up mail exchanger that the policy forgot.' { Test-MtaStsDomain uncovered-backup-mx.test }
. Step 'A mail exchanger whose certificate has expired.' { Test-MtaStsDomain mx-expired.test }

"`nNow at your own domain:  Test-MtaStsDomain example.com    Get-Help about_MtaSts"
