BeforeAll {
    . $PSScriptRoot/Lab.ps1
    $Lab = Start-Lab
    $address, $port = $Lab.Dns -split ':'
    $PSDefaultParameterValues = @{
        '*-MtaSts*:DnsServer'           = $Lab.Dns
        '*-TlsRpt*:DnsServer'           = $Lab.Dns
        '*-MtaSts*:HttpsPort'           = $Lab.HttpsPort
        '*-MtaSts*:SmtpPort'            = $Lab.SmtpPort
        '*-MtaSts*:TrustedRoot'         = $Lab.Root
        '*-MtaSts*:AllowPrivateAddress' = $true
    }
    $server = @{ Server = $address; Port = $port; NameServerPort = $port; KeyName = $Lab.KeyName; KeySecret = $Lab.KeySecret }
}

AfterAll {
    Stop-Lab
}

Describe 'A domain under test' {
    It 'passes when all is well' {
        $report = Test-MtaStsDomain good.test
        $report.Verdict | Should -Be 'Pass'
        $report.Mode | Should -Be 'Enforce'
        $report.MailFlowsUnderEnforce | Should -BeTrue
        $report.Findings | Where-Object Severity -ne 'Info' | Should -BeNullOrEmpty
    }

    It '<Domain> is <Verdict>' -ForEach @(
        @{ Domain = 'two-records.test'; Verdict = 'Fail' }
        @{ Domain = 'redirect.test'; Verdict = 'Fail' }
        @{ Domain = 'uncovered-backup-mx.test'; Verdict = 'Fail' }
        @{ Domain = 'max-age-short.test'; Verdict = 'Warning' }
        @{ Domain = 'not-configured.test'; Verdict = 'NotConfigured' }
        @{ Domain = 'servfail.test'; Verdict = 'Indeterminate' }
    ) {
        (Test-MtaStsDomain $Domain).Verdict | Should -Be $Verdict
    }

    It 'names the mail exchanger that a sender would refuse, and why' {
        $refused = (Test-MtaStsDomain broken-backup-mx.test).MailExchangers | Where-Object Outcome -eq 'Refuse'
        $refused.Host | Should -Be 'backup.broken-backup-mx.test'
        $refused.ResultType | Should -Be 'certificate-expired'
    }

    It 'comes from a spreadsheet and goes into one' {
        $customers = Join-Path $TestDrive 'customers.csv'
        $results = Join-Path $TestDrive 'results.csv'
        [pscustomobject]@{ Name = 'good.test' }, [pscustomobject]@{ Name = 'two-records.test' } | Export-Csv $customers -NoTypeInformation
        Import-Csv $customers | Test-MtaStsDomain |
            Select-Object Domain, Verdict, @{ Name = 'Findings'; Expression = { $_.Findings.Id -join ' ' } } |
            Sort-Object Domain | Export-Csv $results -NoTypeInformation
        (Import-Csv $results).Verdict | Should -Be 'Pass', 'Fail'
    }

    It 'is assessed again from a file, with nobody asked' {
        $file = Join-Path $TestDrive 'good.json'
        Test-MtaStsDomain good.test -AsJson | Set-Content -LiteralPath $file
        (Test-MtaStsDomain -Observation (Get-Content -LiteralPath $file -Raw)).Verdict | Should -Be 'Pass'
        (Get-Content -LiteralPath $file -Raw | ConvertFrom-Json).domain | Should -Be 'good.test'
    }

    It 'gives a script a plain answer' {
        Test-MtaStsDomain good.test -Quiet | Should -BeTrue
        Test-MtaStsDomain two-records.test -Quiet | Should -BeFalse
    }

    It 'is told in a table with its whole name, however long' {
        $name = "$('a' * 60).$('b' * 60).test"
        $seen = (Test-MtaStsDomain good.test -AsJson).Replace('good.test', $name)
        $table = Test-MtaStsDomain -Observation $seen | Format-Table | Out-String -Width 80
        ($table -replace '\s') | Should -Match ([regex]::Escape($name.Substring(0, 20)))
        $table | Should -Not -Match ([char] 0x2026)
    }

    It 'is an error only when its name is none' {
        $failure = { Test-MtaStsDomain 'not a domain' -ErrorAction Stop } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'InvalidDomainName,*'
        $failure.TargetObject | Should -Be 'not a domain'
    }
}

Describe 'What a domain publishes' {
    It 'is fetched: policy, record, reporting record' {
        (Get-MtaStsPolicy good.test).Mx.Count | Should -Be 2
        (Get-MtaStsRecord good.test).Id | Should -Be '20260101T000000'
        (Get-TlsRptRecord good.test).Rua | Should -Be 'mailto:tlsrpt@good.test'
    }

    It 'tells an absent record from a server that fails' {
        $absent = { Get-MtaStsRecord no-record.test -ErrorAction Stop } | Should -Throw -PassThru
        $failing = { Get-MtaStsRecord servfail.test -ErrorAction Stop } | Should -Throw -PassThru
        $absent.FullyQualifiedErrorId | Should -BeLike 'NotPublished,*'
        $failing.FullyQualifiedErrorId | Should -BeLike 'LookupIndeterminate,*'
    }
}

Describe 'A roll-out' {
    It 'drafts, tests, publishes and tests again' {
        $policy = New-MtaStsPolicy -FromDomain publish-new.test -Mode Enforce -MaxAge 30d
        $policy | Test-MtaStsPolicy -Quiet | Should -BeTrue
        Get-MtaStsPolicy publish-new.test | Should -Be $policy

        Publish-MtaStsRecord publish-new.test -Policy $policy @server -WhatIf
        { Get-MtaStsRecord publish-new.test -ErrorAction Stop } | Should -Throw

        $result = Publish-MtaStsRecord publish-new.test -Policy $policy @server -PassThru
        $result.Changed | Should -BeTrue
        $result.AllAgree | Should -BeTrue
        (Test-MtaStsDomain publish-new.test).Verdict | Should -Be 'Pass'

        (Publish-MtaStsRecord publish-new.test -Policy $policy @server -PassThru).Changed | Should -BeFalse
    }

    It 'refuses what would stop mail, and says how to insist' {
        $policy = New-MtaStsPolicy -Mode Enforce -MX elsewhere.example.com -MaxAge 4w
        $failure = { Publish-MtaStsRecord publish-beside.test -Policy $policy @server -ErrorAction Stop } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'ChangeRefused,*'
        $failure.ErrorDetails.RecommendedAction | Should -Match '-Force'
    }

    It 'tells the refusals of a name server apart: <Domain>' -ForEach @(
        @{ Domain = 'refused-update.test'; ErrorId = 'DnsProviderForbidden' }
        @{ Domain = 'notauth-update.test'; ErrorId = 'DnsProviderNotFound' }
        @{ Domain = 'badtime-update.test'; ErrorId = 'DnsProviderUnauthorized' }
        @{ Domain = 'nxrrset-update.test'; ErrorId = 'DnsProviderConflict' }
    ) {
        $failure = { Publish-MtaStsRecord $Domain -Id 20240131 @server -ErrorAction Stop } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike "$ErrorId,*"
        $failure.TargetObject | Should -Be $Domain
    }

    It 'is undone by its inverse, which leaves other values alone' {
        Publish-MtaStsRecord publish-beside.test -Id 1 @server
        $result = Unpublish-MtaStsRecord publish-beside.test @server -Confirm:$false -PassThru -WarningAction SilentlyContinue
        $result.Changed | Should -BeTrue
        $result.After | Should -BeNullOrEmpty
        @($result.Step.Change.Result).Count | Should -Be 2
    }
}
