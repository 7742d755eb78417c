# A new project that takes the packages from their folder: it builds for both targets, runs, and its mistakes are found.
param([Parameter(Mandatory)] [string] $Project, [Parameter(Mandatory)] [string] $Packages, [Parameter(Mandatory)] [string] $Version)
$ErrorActionPreference = 'Stop'

# A cache of its own: the machine's may hold an earlier build of this version.
$env:NUGET_PACKAGES = Join-Path $Project 'cache'
$common = "-p:PackagesUnderTest=$Packages", "-p:VersionUnderTest=$Version", '--nologo', '-v', 'q', '-tl:off'

$output = dotnet run --project $Project --framework net10.0 @common
if ($LASTEXITCODE -or $output -notcontains 'covered: True' -or $output -notcontains 'refused: MTASTS1022') {
    throw "The program that uses the packages printed:`n$($output -join "`n")"
}
$output = dotnet build $Project --framework netstandard2.0 @common
if ($LASTEXITCODE) {
    throw "A library for netstandard2.0 does not build:`n$($output -join "`n")"
}
$output = dotnet build $Project --framework net10.0 -p:DefineConstants=MISTAKE @common
if (-not ($output -match 'MTASTS1022')) {
    throw "The analyzers that come with the package did not find the mistake:`n$($output -join "`n")"
}
"The packages $Version build, run and find a mistake in a new project."
