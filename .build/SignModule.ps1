# Signs what PowerShell checks of a module, and our own assemblies; those of others carry their makers' signatures.
param([Parameter(Mandatory)] [string] $Module)
$ErrorActionPreference = 'Stop'

$certificate = [System.Security.Cryptography.X509Certificates.X509Certificate2]::new($env:SIGNING_CERTIFICATE, $env:SIGNING_PASSWORD)
$timestamper = if ($env:SIGNING_TIMESTAMPER) { $env:SIGNING_TIMESTAMPER } else { 'http://timestamp.digicert.com' }
$signed = Get-ChildItem -Path $Module -Recurse -Include *.ps1, *.psd1, *.psm1, *.ps1xml, MtaStsTools*.dll |
    Set-AuthenticodeSignature -Certificate $certificate -HashAlgorithm SHA256 -TimestampServer $timestamper
$unsigned = @($signed | Where-Object Status -ne 'Valid')
if ($unsigned) {
    throw "Not signed: $($unsigned.ForEach{ '{0} ({1})' -f $_.Path, $_.StatusMessage } -join ', ')"
}
