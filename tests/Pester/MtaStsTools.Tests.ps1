BeforeAll {
    . $PSScriptRoot/Lab.ps1
    $manifest = Join-Path $repository 'artifacts/module/MtaStsTools/MtaStsTools.psd1'
}

Describe 'The module' {
    It 'has a valid manifest' {
        { Test-ModuleManifest -Path $manifest -ErrorAction Stop } | Should -Not -Throw
    }

    It 'exports exactly the cmdlets that its manifest names' {
        $declared = (Import-PowerShellDataFile -Path $manifest).CmdletsToExport | Sort-Object
        (Get-Command -Module MtaStsTools).Name | Sort-Object | Should -Be $declared
    }

    It 'uses approved verbs' {
        $approved = (Get-Verb).Verb
        foreach ($command in Get-Command -Module MtaStsTools) {
            $command.Verb | Should -BeIn $approved
        }
    }

    It 'comes back after it was removed' {
        Remove-Module MtaStsTools
        Get-Module MtaStsTools | Should -BeNullOrEmpty
        Import-Module $manifest
        (Get-MtaStsRule MTASTS1001).Id | Should -Be 'MTASTS1001'
    }

    It 'keeps its cmdlets when it is imported again with -Force' {
        Import-Module $manifest -Force
        Get-MtaStsRule | Should -Not -BeNullOrEmpty
    }
}

Describe 'Help' {
    It 'is there for every cmdlet, with examples' {
        foreach ($command in Get-Command -Module MtaStsTools) {
            $help = Get-Help $command.Name -Full
            $help.Synopsis.Trim() | Should -Match '\.$' -Because "$($command.Name) has a synopsis of its own"
            $help.examples.example | Should -Not -BeNullOrEmpty -Because "$($command.Name) has examples"
        }
    }

    It 'has a topic about the protocol' {
        Get-Help about_MtaSts | Out-String | Should -Match 'SHORT DESCRIPTION'
    }
}

Describe 'Get-MtaStsRule' {
    It 'finds a rule by its id' {
        $rule = Get-MtaStsRule MTASTS1001
        $rule.Remedy | Should -Not -BeNullOrEmpty
        $rule.Reference | Should -Match '^RFC'
    }

    It 'narrows by wildcard and severity' {
        $rules = Get-MtaStsRule MTASTS6* -Severity Error
        $rules | Should -Not -BeNullOrEmpty
        $rules.Severity | Sort-Object -Unique | Should -Be 'Error'
    }

    It 'says which id it does not know' {
        $failure = { Get-MtaStsRule MTASTS9999 -ErrorAction Stop } | Should -Throw -PassThru
        $failure.FullyQualifiedErrorId | Should -BeLike 'RuleNotFound,*'
        $failure.TargetObject | Should -Be 'MTASTS9999'
    }
}
