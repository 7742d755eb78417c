BeforeAll {
    . $PSScriptRoot/Lab.ps1
}

Describe 'A policy file' {
    BeforeEach {
        $file = Join-Path $TestDrive ([System.IO.Path]::GetRandomFileName())
        $policy = New-MtaStsPolicy -Mode Enforce -MX mail.example.com, *.example.net -MaxAge 4w
    }

    It 'is written as UTF-8 without a mark and with CRLF' {
        $policy | Export-MtaStsPolicy -Path $file
        $octets = [System.IO.File]::ReadAllBytes($file)
        $octets[0] | Should -Be ([byte][char]'v')
        [System.Text.Encoding]::ASCII.GetString($octets) |
            Should -BeExactly "version: STSv1`r`nmode: enforce`r`nmx: mail.example.com`r`nmx: *.example.net`r`nmax_age: 2419200`r`n"
    }

    It 'reads back as the policy that was written' {
        $policy | Export-MtaStsPolicy -Path $file
        Import-MtaStsPolicy -Path $file | Should -Be $policy
    }

    It 'is left alone by -WhatIf and by -NoClobber' {
        $policy | Export-MtaStsPolicy -Path $file -WhatIf
        $file | Should -Not -Exist
        Set-Content -LiteralPath $file -Value 'mine'
        $failure = { $policy | Export-MtaStsPolicy -Path $file -NoClobber -ErrorAction Stop } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'FileExists,*'
        Get-Content -LiteralPath $file | Should -Be 'mine'
    }

    It 'is tested by Get-ChildItem through the pipeline' {
        Set-Content -LiteralPath (Join-Path $TestDrive 'bad.txt') -Value 'version: STSv1; mode: enforce; mx: mail.example.com; max_age: 604800'
        $finding = Get-ChildItem -Path $TestDrive -Filter bad.txt | Test-MtaStsPolicy | Where-Object Severity -eq 'Error' | Select-Object -First 1
        $finding.Subject | Should -BeLike '*bad.txt'
        $finding.Remedy | Should -Not -BeNullOrEmpty
        Get-ChildItem -Path $TestDrive -Filter bad.txt | Test-MtaStsPolicy -Quiet | Should -BeFalse
    }
}

Describe 'A policy by values' {
    It 'takes a max_age as <_>' -ForEach '604800', '7d', '1w', '7.00:00:00' {
        (New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge $_).MaxAge | Should -Be ([timespan]::FromDays(7))
    }

    It 'refuses the host <_>' -ForEach 'mail_1.example.com', '192.0.2.1', 'a.*.example.com' {
        $mx = $_
        $failure = { New-MtaStsPolicy -Mode Enforce -MX $mx -MaxAge 1w -ErrorAction Stop } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'InvalidPolicy,*'
        $failure.CategoryInfo.Category | Should -Be 'InvalidData'
    }

    It 'warns of a weakness and gives the policy all the same' {
        $policy = New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge 1h -WarningVariable warnings -WarningAction SilentlyContinue
        $policy.MaxAge.TotalHours | Should -Be 1
        $warnings | Should -Match '^MTASTS1'
    }
}

Describe 'Records' {
    It 'has an id that differs from the one before' {
        $first = New-MtaStsRecord
        ($first | New-MtaStsRecord).Id | Should -Not -Be $first.Id
    }

    It 'counts records before it looks at their syntax' {
        Test-MtaStsRecord -TxtRecord 'v=STSv1; id=1;', 'v=STSv1; id=no-good;' -Quiet | Should -BeFalse
        Test-MtaStsRecord -TxtRecord 'v=spf1 -all', 'v=STSv1; id=1;' -Quiet | Should -BeTrue
    }

    It 'makes a reporting record of a mail address' {
        "$(New-TlsRptRecord reports@example.com)" | Should -BeExactly 'v=TLSRPTv1; rua=mailto:reports@example.com;'
    }
}
