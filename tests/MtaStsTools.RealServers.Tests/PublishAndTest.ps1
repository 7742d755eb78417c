# An administrator's session against a deployment of BIND, nginx and Postfix; each line of output is one fact.
param([string]$Domain, [string]$DnsServer, [int]$HttpsPort, [int]$SmtpPort, [string]$Root, [int]$Port, [string]$KeyName, [string]$Secret)
$ErrorActionPreference = 'Stop'
Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'MtaStsTools', 'MtaStsTools.psd1'))

function ConvertTo-Secret([string]$Text) {
    $secure = [securestring]::new()
    $Text.ToCharArray() | ForEach-Object { $secure.AppendChar($_) }
    $secure
}

$PSDefaultParameterValues = @{
    '*-MtaSts*:DnsServer'           = $DnsServer
    '*-MtaSts*:HttpsPort'           = $HttpsPort
    '*-MtaSts*:SmtpPort'            = $SmtpPort
    '*-MtaSts*:TrustedRoot'         = $Root
    '*-MtaSts*:AllowPrivateAddress' = $true
}
$update = @{ Domain = $Domain; Server = '127.0.0.1'; Port = $Port; NameServerPort = $Port; KeyName = $KeyName; PassThru = $true }
$policy = Get-MtaStsPolicy -Domain $Domain
"policy: $($policy.Mode) $($policy.Mx)"

try {
    Publish-MtaStsRecord -Policy $policy -KeySecret (ConvertTo-Secret 'bm90IHRoZSBzZWNyZXQ=') @update
}
catch {
    "wrong secret: $($_.FullyQualifiedErrorId)"
}

$null = Publish-MtaStsRecord -Policy $policy -KeySecret (ConvertTo-Secret $Secret) @update -WhatIf
"after WhatIf: $((Get-MtaStsRecord -Domain $Domain).Id)"

$first = Publish-MtaStsRecord -Policy $policy -KeySecret (ConvertTo-Secret $Secret) @update
"first: changed $($first.Changed), all agree $($first.AllAgree)"
$second = Publish-MtaStsRecord -Policy $policy -KeySecret (ConvertTo-Secret $Secret) @update
"second: changed $($second.Changed)"

$report = Test-MtaStsDomain -Domain $Domain
"published: $($report.Record.Id -eq $first.After.Id)"
"verdict: $($report.Verdict) $($report.Mode) $($report.MailExchangers.Outcome)"
Test-MtaStsDomain -Domain $Domain
