# What a prompt waits for, measured from within: the import of a module, and the first and second test of a healthy domain.
# Writes a line for each: name, wall ms, processor ms, ms in which the JIT compiled, methods that it compiled.
param([string] $Manifest, [string] $Domain)

$process = [System.Diagnostics.Process]::GetCurrentProcess()
function Measure-Step([string] $Name, [scriptblock] $Step) {
    $process.Refresh()
    $cpu = $process.TotalProcessorTime
    $jit = [System.Runtime.JitInfo]::GetCompilationTime($false)
    $methods = [System.Runtime.JitInfo]::GetCompiledMethodCount($false)
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    . $Step
    $wall = $clock.Elapsed
    $process.Refresh()
    [string]::Join(' ', $Name,
        [int] $wall.TotalMilliseconds,
        [int] ($process.TotalProcessorTime - $cpu).TotalMilliseconds,
        [int] ([System.Runtime.JitInfo]::GetCompilationTime($false) - $jit).TotalMilliseconds,
        ([System.Runtime.JitInfo]::GetCompiledMethodCount($false) - $methods))
}

# What measuring itself makes the JIT compile.
$null = Measure-Step warm {}
if ($Manifest) {
    Measure-Step import { Import-Module -Name $Manifest -ErrorAction Stop }
}
if ($Domain) {
    $lab = @{
        DnsServer = $env:MTASTS_LAB_DNS; HttpsPort = $env:MTASTS_LAB_HTTPS_PORT; SmtpPort = $env:MTASTS_LAB_SMTP_PORT
        TrustedRoot = $env:MTASTS_LAB_ROOT; AllowPrivateAddress = $true; ErrorAction = 'Stop'
    }
    foreach ($step in 'first', 'second') {
        Measure-Step $step { $script:report = Test-MtaStsDomain $Domain @lab }
        if ($report.Verdict -ne 'Pass') {
            throw "$Domain is $($report.Verdict), and was to pass."
        }
    }
}
