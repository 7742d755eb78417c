using System.Management.Automation;
using System.Text;
using MtaStsTools.Publishing.Hosting;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Writes files with which a web server or a service serves policies as senders demand.</summary>
[Cmdlet(VerbsData.Export, "MtaStsHosting", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportMtaStsHostingCommand : MtaStsCmdlet
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly List<HostedPolicy> _policies = [];

    /// <summary>The domains of the mail addresses, such as example.com.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("DomainName", "Name")]
    [ArgumentCompleter(typeof(DomainCompleter))]
    public string[] Domain { get; set; } = [];

    /// <summary>The policy to serve for them.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public MtaStsPolicy? Policy { get; set; }

    /// <summary>What serves the policies.</summary>
    [Parameter(Mandatory = true)]
    public HostingFormat Format { get; set; }

    /// <summary>The folder to write the files to; it is made where it is missing, and existing files are replaced.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Where the folder www of the files will lie on the web server.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Root { get; set; } = new HostingOptions().Root;

    /// <summary>The certificate chain on the web server, in PEM; {host} and {domain} stand for the names of a policy host.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Certificate { get; set; }

    /// <summary>The key of the certificate on the web server, in PEM.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CertificateKey { get; set; }

    /// <summary>The address that the web server listens on. Without it, every one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Address { get; set; }

    /// <summary>The port for HTTP.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int HttpPort { get; set; } = 80;

    /// <summary>The port for HTTPS. Senders only use 443; another one is for laboratories.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int HttpsPort { get; set; } = 443;

    /// <summary>Return the files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var entry in Domain.Select(DomainList.Entry).OfType<string>())
        {
            if (DomainName.TryParse(entry, out var domain, out var findings))
                _policies.Add(new HostedPolicy { Domain = domain, Policy = Policy! });
            else
                WriteError(InvalidDomain.Error(entry, findings));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_policies.Count == 0)
            return;
        try
        {
            var folder = FilePaths.Target(this, Path);
            var files = HostingExport.Create(Format, _policies, new HostingOptions
            {
                Root = Root,
                Certificate = Certificate,
                CertificateKey = CertificateKey,
                Address = Address,
                HttpPort = HttpPort,
                HttpsPort = HttpsPort,
            });
            if (ShouldProcess(folder, $"Write {files.Count} files for {Format}"))
                Write(folder, files);
        }
        catch (CommandFailedException exception)
        {
            ThrowTerminatingError(exception.ErrorRecord);
        }
        catch (MtaStsFormatException exception)
        {
            ThrowTerminatingError(InvalidText.Error("InvalidPolicy", "The policy is not valid", exception.Findings, Policy));
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(CommandError.From(exception, Path));
        }
    }

    private void Write(string folder, IReadOnlyList<HostingFile> files)
    {
        foreach (var file in files)
        {
            var path = System.IO.Path.Combine([folder, .. file.Path.Split('/')]);
            try
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text, Utf8);
            }
            catch (Exception exception) when (FileError.IsAboutTheFile(exception))
            {
                ThrowTerminatingError(FileError.Of(exception, path));
            }

            if (PassThru)
                WriteObject(new FileInfo(path));
        }
    }
}
