# Tests a domain on "another machine", and holds what comes back against what that machine shows. Writes a line for each comparison.
param([int] $Port, [string] $KeyPath, [string] $Manifest, [string] $DnsServer, [int] $HttpsPort, [int] $SmtpPort, [string] $Root)
$ErrorActionPreference = 'Stop'

$session = New-PSSession -HostName 127.0.0.1 -Port $Port -UserName ([Environment]::UserName) -KeyFilePath $KeyPath -Options @{
    StrictHostKeyChecking = 'no'; UserKnownHostsFile = '/dev/null'; LogLevel = 'ERROR'
}
try {
    Import-Module $Manifest
    Invoke-Command $session {
        Import-Module $using:Manifest
        $lab = @{
            DnsServer = $using:DnsServer; HttpsPort = $using:HttpsPort; SmtpPort = $using:SmtpPort
            TrustedRoot = $using:Root; AllowPrivateAddress = $true
        }
        $report = Test-MtaStsDomain uncovered-backup-mx.test @lab
    }
    $report = Invoke-Command $session { $report }
    "type: $($report.PSTypeNames[0])"

    function Compare-Text([string] $Name, $Here, $There) {
        $here, $there = foreach ($text in $Here, $There) { (($text -join "`n") -replace '\r', '').Trim() }
        if ($here -ceq $there -and $here.Length -gt 20) { "${Name}: the same" } else { "${Name}: here`n$here`nand there`n$there" }
    }

    $views = [ordered] @{
        report = { $_ }; exchangers = { $_.MailExchangers }; findings = { $_.Findings }; observation = { $_.Observation }; policy = { $_.Policy }
    }
    foreach ($view in $views.GetEnumerator()) {
        # The text travels as a string, as the objects do not.
        $there = Invoke-Command $session { param($Script) $report | ForEach-Object ([scriptblock]::Create($Script)) | Out-String -Width 80 } -ArgumentList "$($view.Value)"
        Compare-Text $view.Key ($report | ForEach-Object $view.Value | Out-String -Width 80) $there
    }

    $names = 'Domain', 'Verdict', 'Mode', 'MailFlowsUnderEnforce', 'FindingIds', 'MxHosts'
    $there = Invoke-Command $session { param($Names) foreach ($name in $Names) { "$name=$($report.$name)" } } -ArgumentList (, $names)
    Compare-Text properties @(foreach ($name in $names) { "$name=$($report.$name)" }) $there

    $again = $report | Test-MtaStsDomain
    "assessed again here: $($again.Verdict) $(($again.Findings.Id | Select-Object -Unique) -join ' ')"

    $there = Invoke-Command $session { $report | Select-Object Spreadsheet | ConvertTo-Csv -NoTypeInformation }
    Compare-Text csv ($report | Select-Object Spreadsheet | ConvertTo-Csv -NoTypeInformation) $there
}
finally {
    Remove-PSSession $session
}
