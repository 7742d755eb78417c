# Runs the suite with the Pester that the build fetched, and writes what came of it as CTRF (https://ctrf.io).
param([Parameter(Mandatory)] [string] $ResultPath)
$ErrorActionPreference = 'Stop'

Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'pester', 'Pester.psd1'))
$run = Invoke-Pester -Path $PSScriptRoot -PassThru -Output Detailed

# A file or block that broke has no test that failed, and a test that never ran says nothing good.
$summary = [ordered]@{
    passed  = $run.PassedCount
    failed  = $run.FailedCount
    skipped = $run.SkippedCount
    pending = 0
    other   = $run.FailedBlocksCount + $run.FailedContainersCount + $run.NotRunCount
}
$report = @{ results = @{ tool = @{ name = 'Pester'; version = "$($run.Version)" }; summary = $summary } }
[System.IO.File]::WriteAllText($ResultPath, (ConvertTo-Json -InputObject $report -Depth 5))
if ($run.Result -ne 'Passed') {
    exit 1
}
