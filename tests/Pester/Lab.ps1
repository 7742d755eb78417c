# Dot-source this in BeforeAll. Imports the built module and gives $Lab, the loopback laboratory's addresses:
# Dns, HttpsPort, SmtpPort, Root (a PEM file), Web (a folder that policy hosts serve), KeyName, KeySecret (a SecureString). Stop-Lab belongs in AfterAll.

$repository = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..'))
Import-Module -Name (Join-Path $repository 'artifacts/module/MtaStsTools/MtaStsTools.psd1') -Force -ErrorAction Stop

function Start-Lab {
    # Under `MtaStsTools.Lab run` there is a laboratory already.
    if ($env:MTASTS_LAB_DNS) {
        return Get-LabSetting { param($Name) [System.Environment]::GetEnvironmentVariable($Name) }
    }

    $program = Get-ChildItem -Path (Join-Path $repository 'tests/MtaStsTools.Lab/bin/*/net10.0/MtaStsTools.Lab.dll') |
        Sort-Object -Property LastWriteTime | Select-Object -Last 1
    if (-not $program) {
        throw 'The laboratory is not built. Run ./build.sh build (or ./build.ps1 build) first.'
    }

    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet', ('"{0}" serve --seconds 900' -f $program.FullName))
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $script:LabProcess = [System.Diagnostics.Process]::Start($start)
    $served = @{}
    while ($served.Count -lt 7 -and $null -ne ($line = $script:LabProcess.StandardOutput.ReadLine())) {
        $name, $value = $line -split '=', 2
        $served[$name] = $value
    }
    Get-LabSetting { param($Name) $served[$Name] }
}

function Get-LabSetting([scriptblock] $Value) {
    [pscustomobject]@{
        Dns       = & $Value 'MTASTS_LAB_DNS'
        HttpsPort = [int] (& $Value 'MTASTS_LAB_HTTPS_PORT')
        SmtpPort  = [int] (& $Value 'MTASTS_LAB_SMTP_PORT')
        Root      = & $Value 'MTASTS_LAB_ROOT'
        Web       = & $Value 'MTASTS_LAB_WEB'
        KeyName   = & $Value 'MTASTS_LAB_KEY_NAME'
        KeySecret = ConvertTo-SecureString -String (& $Value 'MTASTS_LAB_KEY_SECRET') -AsPlainText -Force
    }
}

# The laboratory ends when its input does.
function Stop-Lab {
    if ($script:LabProcess) {
        $script:LabProcess.StandardInput.Close()
        $null = $script:LabProcess.WaitForExit(10000)
        $script:LabProcess.Dispose()
        $script:LabProcess = $null
    }
}
