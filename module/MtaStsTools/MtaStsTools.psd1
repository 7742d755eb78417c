@{
    RootModule           = 'MtaStsTools.psm1'
    # The build writes version and label of Directory.Build.props.
    ModuleVersion        = '0.0.0'
    GUID                 = 'd29324d0-8b5d-4917-bd45-f8e9fa1fc4fc'
    Author               = 'The MtaStsTools contributors'
    CompanyName          = 'The MtaStsTools contributors'
    Copyright            = '(c) The MtaStsTools contributors. MIT licence.'
    Description          = 'Model, test and publish MTA-STS (RFC 8461) and SMTP TLS reporting (RFC 8460): policies, DNS records, policy hosts and mail exchangers.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess     = @('MtaStsTools.Format.ps1xml')
    TypesToProcess       = @('MtaStsTools.Types.ps1xml')
    CmdletsToExport      = @(
        'ConvertFrom-MtaStsPolicy'
        'ConvertFrom-MtaStsRecord'
        'ConvertFrom-TlsRptRecord'
        'Export-MtaStsHosting'
        'Export-MtaStsPolicy'
        'Export-MtaStsRecord'
        'Export-MtaStsReport'
        'Get-MtaStsPolicy'
        'Get-MtaStsRecord'
        'Get-MtaStsRule'
        'Get-TlsRptRecord'
        'Import-MtaStsPolicy'
        'Invoke-MtaStsPlan'
        'New-MtaStsDnsProvider'
        'New-MtaStsPolicy'
        'New-MtaStsPolicyHost'
        'New-MtaStsRecord'
        'New-TlsRptRecord'
        'Publish-MtaSts'
        'Publish-MtaStsPolicy'
        'Publish-MtaStsRecord'
        'Publish-TlsRptRecord'
        'Remove-MtaSts'
        'Set-MtaStsMode'
        'Test-MtaStsDomain'
        'Test-MtaStsPolicy'
        'Test-MtaStsPolicyHost'
        'Test-MtaStsRecord'
        'Test-TlsRptRecord'
        'Unpublish-MtaStsRecord'
        'Unpublish-TlsRptRecord'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    PrivateData          = @{
        PSData = @{
            Prerelease = ''
            Tags       = @('MTA-STS', 'RFC8461', 'TLSRPT', 'RFC8460', 'SMTP', 'TLS', 'DNS', 'Email', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://github.com/mtaststools/MtaStsTools/blob/main/LICENSE'
            ProjectUri = 'https://github.com/mtaststools/MtaStsTools'
        }
    }
}
