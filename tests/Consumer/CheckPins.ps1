# Packages that use internals of the SDK depend on its very version: on another one they would break at run time.
param([Parameter(Mandatory)] [string] $Packages)
$ErrorActionPreference = 'Stop'

foreach ($name in 'MtaStsTools.Azure', 'MtaStsTools.Aws', 'MtaStsTools.Ssh') {
    $package = Get-ChildItem -LiteralPath $Packages -Filter "$name.*.nupkg" | Where-Object Name -notlike '*.symbols.nupkg'
    $archive = [System.IO.Compression.ZipFile]::OpenRead($package.FullName)
    try {
        $reader = [System.IO.StreamReader]::new($archive.GetEntry("$name.nuspec").Open())
        $nuspec = [xml] $reader.ReadToEnd()
    }
    finally {
        $archive.Dispose()
    }
    $versions = @($nuspec.package.metadata.dependencies.group.dependency | Where-Object id -eq 'MtaStsTools' | ForEach-Object version)
    if (-not $versions -or $versions.Where({ $_ -ne "[$($nuspec.package.metadata.version)]" })) {
        throw "$name depends on MtaStsTools '$($versions -join "', '")' and not on exactly [$($nuspec.package.metadata.version)]."
    }
}
'The packages of single services depend on the very version of the SDK.'
