# The files of a release: every one has its checksum, the bill of materials names every assembly of others in the module,
# and the module has its images.
param([Parameter(Mandatory)] [string] $Packages, [Parameter(Mandatory)] [string] $Module)
$ErrorActionPreference = 'Stop'

$sums = @{}
foreach ($line in Get-Content -LiteralPath (Join-Path $Packages 'SHA256SUMS')) {
    $hash, $name = $line -split '  ', 2
    $sums[$name] = $hash
}
foreach ($file in Get-ChildItem -LiteralPath $Packages -File | Where-Object Name -ne 'SHA256SUMS') {
    if ($sums[$file.Name] -ne (Get-FileHash -LiteralPath $file.FullName -Algorithm SHA256).Hash) {
        throw "The checksum of $($file.Name) is wrong or missing."
    }
    $sums.Remove($file.Name)
}
if ($sums.Count) {
    throw "There are checksums of files that are not there: $($sums.Keys -join ', ')."
}

$bill = Get-ChildItem -LiteralPath $Packages -Filter 'MtaStsTools.Module.*.cdx.json' | Get-Content -Raw | ConvertFrom-Json
foreach ($assembly in Get-ChildItem -LiteralPath (Join-Path $Module 'bin') -Recurse -Filter *.dll | Where-Object Name -notlike 'MtaStsTools*') {
    if ($assembly.BaseName -notin $bill.components.name) {
        throw "The bill of materials lacks $($assembly.Name)."
    }
}
foreach ($platform in 'linux-x64', 'win-x64') {
    if (-not (Test-Path -LiteralPath (Join-Path $Module "bin/net8.0/$platform/MtaStsTools.PowerShell.dll"))) {
        throw "The module has no images for $platform."
    }
}
"The checksums are right, and the bill of materials names $(@($bill.components).Count) components."
