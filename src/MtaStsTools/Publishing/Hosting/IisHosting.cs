namespace MtaStsTools.Publishing.Hosting;

/// <summary>A folder for each site of IIS with its <c>web.config</c>. The sites are made by a script that takes no value of a policy.</summary>
internal static class IisHosting
{
    private const string WebConfig = """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- The policy of MTA-STS (RFC 8461 section 3.3): text/plain, and no redirect, over HTTP neither. -->
        <configuration>
          <system.webServer>
            <httpRedirect enabled="false" />
            <defaultDocument enabled="false" />
            <directoryBrowse enabled="false" />
            <staticContent>
              <remove fileExtension=".txt" />
              <mimeMap fileExtension=".txt" mimeType="text/plain; charset=utf-8" />
            </staticContent>
            <httpProtocol>
              <customHeaders>
                <clear />
                <add name="X-Content-Type-Options" value="nosniff" />
                <add name="Cache-Control" value="no-cache" />
              </customHeaders>
            </httpProtocol>
          </system.webServer>
        </configuration>
        """;

    private const string Script = """
        # Makes a site for each folder beside this script, with bindings for HTTP and HTTPS. Run it in an elevated Windows PowerShell on the server.
        # Certificates: get them by ACME first, for instance with win-acme (wacs.exe --source iis) or Posh-ACME, into the store LocalMachine\My.
        #Requires -RunAsAdministrator
        #Requires -Modules IISAdministration
        $ErrorActionPreference = 'Stop'
        foreach ($folder in Get-ChildItem -LiteralPath $PSScriptRoot -Directory -Filter 'mta-sts.*') {
            $name = $folder.Name
            if (-not (Get-IISSite -Name $name -WarningAction SilentlyContinue)) {
                New-IISSite -Name $name -PhysicalPath $folder.FullName -BindingInformation "*:80:$name"
            }
            $certificate = Get-ChildItem -Path Cert:\LocalMachine\My |
                Where-Object { $_.DnsNameList.Unicode -contains $name -and $_.HasPrivateKey -and $_.NotAfter -gt (Get-Date) } |
                Sort-Object -Property NotAfter -Descending | Select-Object -First 1
            if (-not $certificate) {
                Write-Warning "There is no certificate for $name yet. Run this script again when there is."
                continue
            }
            if (-not (Get-IISSiteBinding -Name $name -BindingInformation "*:443:$name" -WarningAction SilentlyContinue)) {
                New-IISSiteBinding -Name $name -Protocol https -BindingInformation "*:443:$name" -SslFlag Sni -CertificateThumbPrint $certificate.Thumbprint -CertStoreLocation Cert:\LocalMachine\My
            }
        }
        """;

    public static IEnumerable<HostingFile> Create(IReadOnlyList<HostedPolicy> policies) =>
    [
        new HostingFile("New-PolicySites.ps1", Script.Lines()),
        .. policies.Select(policy => new HostingFile($"{policy.Host}/web.config", WebConfig.Lines())),
        .. HostingExport.Files(policies, ""),
    ];
}
