# ./build.ps1 [clean|build|format|test|xunit|pester|demo|bench|pack|release] [--configuration=Debug] [--rebuild] …
param([string]$Target = 'Default')
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:POWERSHELL_TELEMETRY_OPTOUT = '1'
$env:POWERSHELL_UPDATECHECK = 'Off'
$env:DOTNET_NOLOGO = '1'
$env:MSBUILDDISABLENODEREUSE = '1'

if (-not (Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue)) {
    throw 'build.ps1: the .NET 10 SDK is needed (https://dot.net).'
}

# It speaks of success too, however quiet it shall be.
$restored = dotnet tool restore
if ($LASTEXITCODE -ne 0) {
    $restored
    exit $LASTEXITCODE
}
dotnet cake build.cake "--target=$Target" --no-report @args
exit $LASTEXITCODE
