# The unzipped module on the module path of a pwsh in which nothing else of ours was loaded.
param([Parameter(Mandatory)] [string] $Modules, [Parameter(Mandatory)] [string] $Version)
$ErrorActionPreference = 'Stop'

$env:PSModulePath = $Modules + [System.IO.Path]::PathSeparator + $env:PSModulePath
$policy = New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge 4w
if (-not ($policy | Test-MtaStsPolicy -Quiet)) {
    throw 'The module finds fault with a policy that has none.'
}
$module = Get-Module -Name MtaStsTools
$imported = (@("$($module.Version)", $module.PrivateData.PSData.Prerelease).Where{ $_ }) -join '-'
# A module's label has no dots.
$number, $label = $Version -split '-', 2
$expected = (@($number, ($label -replace '[^0-9A-Za-z]')).Where{ $_ }) -join '-'
if ($imported -ne $expected) {
    throw "The module says that it is $imported, and not $expected."
}
if (-not $module.Path.StartsWith([System.IO.Path]::GetFullPath($Modules))) {
    throw "The module came from $($module.Path)."
}
"The module $imported imports by its name and works."
