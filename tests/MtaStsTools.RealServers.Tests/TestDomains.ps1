# An administrator's look at domains whose policies exported hostings serve; each line of output is one fact.
param([string]$Domains, [string]$DnsServer, [int]$HttpsPort, [int]$SmtpPort, [string]$Root)
$ErrorActionPreference = 'Stop'
Import-Module ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'MtaStsTools', 'MtaStsTools.psd1'))
$reports = Test-MtaStsDomain -Domain ($Domains -split ' ') -DnsServer $DnsServer -HttpsPort $HttpsPort -SmtpPort $SmtpPort -TrustedRoot $Root -AllowPrivateAddress
foreach ($report in $reports) {
    "$($report.Domain): $($report.Verdict) $($report.Mode), mail flows: $($report.MailFlowsUnderEnforce)"
    $report.Findings | Where-Object Severity -NE Info | ForEach-Object { "$_" }
}
