# Windows PowerShell has one assembly context for the process; PowerShell 7 can keep our dependencies to ourselves.
# Only cmdlets of Microsoft.PowerShell.Core are used, so that the module loads in any host of the engine.
if ($PSEdition -eq 'Desktop') {
    Import-Module -Name ([System.IO.Path]::Combine($PSScriptRoot, 'bin', 'net472', 'MtaStsTools.PowerShell.dll')) -ErrorAction Stop
}
elseif ([System.Environment]::Version.Major -lt 8) {
    throw [System.PlatformNotSupportedException]::new("MtaStsTools needs Windows PowerShell 5.1, or PowerShell 7.4 or newer. This is PowerShell $($PSVersionTable.PSVersion).")
}
else {
    $loader = [System.IO.Path]::Combine($PSScriptRoot, 'bin', 'net8.0', 'MtaStsTools.Loader.dll')
    $context = [System.Reflection.Assembly]::LoadFrom($loader).GetType('MtaStsTools.Loader.ModuleLoadContext', $true)
    # Import-Module -Force leaves the assembly's module behind, and importing that again would export nothing
    # (PowerShell issue 20710).
    if ($location = $context::Location) {
        Get-Module -All | Where-Object Path -EQ $location | Remove-Module -Force
    }
    Import-Module -Assembly $context::LoadModule() -ErrorAction Stop
}
