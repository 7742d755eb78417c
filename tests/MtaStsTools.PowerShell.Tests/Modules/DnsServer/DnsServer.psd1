@{
    RootModule = 'DnsServer.psm1'
    ModuleVersion = '2.0.0.0'
    FunctionsToExport = 'Get-DnsServerZone', 'Get-DnsServerResourceRecord', 'Add-DnsServerResourceRecord', 'Set-DnsServerResourceRecord', 'Remove-DnsServerResourceRecord'
}
