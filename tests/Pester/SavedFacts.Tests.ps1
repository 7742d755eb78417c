# What administrators do with reports: keep them, send them through jobs, put them into spreadsheets.
BeforeAll {
    . (Join-Path $PSScriptRoot 'Lab.ps1')
    $Lab = Start-Lab
    $network = @{
        DnsServer = $Lab.Dns; HttpsPort = $Lab.HttpsPort; SmtpPort = $Lab.SmtpPort
        TrustedRoot = $Lab.Root; AllowPrivateAddress = $true
    }
    $reports = 'good.test', 'uncovered-backup-mx.test' | Test-MtaStsDomain @network -PreserveOrder

    function Get-Screen([Parameter(ValueFromPipeline)] $InputObject) {
        end { ($input | Out-String -Width 100).Trim() }
    }
}

AfterAll { Stop-Lab }

Describe 'Reports that were saved' {
    It 'look after Import-Clixml as they looked before' {
        $reports | Export-Clixml (Join-Path $TestDrive 'reports.xml')

        Import-Clixml (Join-Path $TestDrive 'reports.xml') | Get-Screen | Should -BeExactly ($reports | Get-Screen)
    }

    It 'are assessed again from Clixml without a network' {
        $reports | Export-Clixml (Join-Path $TestDrive 'reports.xml')

        $again = Import-Clixml (Join-Path $TestDrive 'reports.xml') | Test-MtaStsDomain

        $again.Verdict | Should -Be $reports.Verdict
        $again.Findings.Id | Should -Be $reports.Findings.Id
    }

    It 'are assessed again from ConvertFrom-Json' {
        $json = $reports | ForEach-Object { Test-MtaStsDomain -Observation $_ -AsJson }

        ($json | ConvertFrom-Json | Test-MtaStsDomain).Verdict | Should -Be $reports.Verdict
    }

    It 'are assessed again from files' {
        $reports | ForEach-Object { Test-MtaStsDomain -Observation $_ -AsJson } | Set-Content (Join-Path $TestDrive 'all.jsonl')

        (Test-MtaStsDomain -Path (Join-Path $TestDrive '*.jsonl')).Verdict | Should -Be $reports.Verdict
        (Get-ChildItem $TestDrive -Filter *.jsonl | Test-MtaStsDomain).Verdict | Should -Be $reports.Verdict
        (Get-Content (Join-Path $TestDrive 'all.jsonl') | Test-MtaStsDomain).Verdict | Should -Be $reports.Verdict
    }

    It 'come whole out of a job' {
        $manifest = (Get-Module MtaStsTools).Path -replace 'psm1$', 'psd1'
        $fromJob = Start-Job -ArgumentList $manifest, $network {
            param($Manifest, $Network)
            Import-Module $Manifest
            Test-MtaStsDomain good.test @Network
        } | Receive-Job -Wait -AutoRemoveJob

        $fromJob.Policy.MaxAge | Should -Be ([timespan]::FromDays(30))
        $fromJob.MailExchangers.Host | Should -Be 'mx1.good.test', 'mx2.good.test'
        $screen = $fromJob | Get-Screen
        $screen | Should -Match '^Pass  good\.test  \(mode enforce\)'
        $screen | Should -Not -Match 'DANE'
    }
}

Describe 'Reports in a spreadsheet' {
    It 'have no type name in any cell' {
        $reports, $reports.Findings, $reports.Observation | ForEach-Object {
            $_ | ConvertTo-Csv | Should -Not -Match 'MtaStsTools\.|System\.'
        }
    }

    It 'have a row of facts' {
        $row = $reports[1] | Select-Object Spreadsheet | ConvertTo-Csv | ConvertFrom-Csv

        $row.FindingIds | Should -Be 'MTASTS6001'
        $row.RefusedHosts | Should -Be 'backup.uncovered-backup-mx.test'
    }
}

Describe 'Lists of domains' {
    It 'may have comments and blank lines' {
        $list = Join-Path $TestDrive 'domains.txt'
        '# customers', '', ' good.test ', 'two-records.test # tell them' | Set-Content $list

        (Get-Content $list | Test-MtaStsDomain @network -SkipSmtp -PreserveOrder).Domain | Should -Be 'good.test', 'two-records.test'
    }

    It 'name their column, or are told' {
        $csv = Join-Path $TestDrive 'customers.csv'
        'Customer', 'good.test' | Set-Content $csv

        Import-Csv $csv | Test-MtaStsDomain @network -ErrorVariable problems -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NoDomainProperty,*'
        (Import-Csv $csv | Test-MtaStsDomain @network -Domain { $_.Customer }).Domain | Should -Be 'good.test'
    }
}
