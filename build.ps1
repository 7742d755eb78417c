# ./build.ps1 [clean|build|format|test|pester|demo|bench|pack] [--configuration=Debug] [--rebuild] …
param([string]$Target = 'Default')
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$env:MSBUILDDISABLENODEREUSE = '1'

if (-not (Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue)) {
    throw 'build.ps1: the .NET 10 SDK is needed (https://dot.net).'
}

dotnet tool restore --verbosity quiet
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
dotnet cake build.cake "--target=$Target" --no-report @args
exit $LASTEXITCODE
