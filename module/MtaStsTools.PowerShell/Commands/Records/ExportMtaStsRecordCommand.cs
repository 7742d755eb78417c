using System.Management.Automation;
using System.Text;
using MtaStsTools.Publishing.RecordCode;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Writes the MTA-STS and TLSRPT records of domains as code for a tool that publishes them.</summary>
[Cmdlet(VerbsData.Export, "MtaStsRecord", SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ExportMtaStsRecordCommand : MtaStsCmdlet
{
    private readonly List<DomainRecords> _records = [];

    /// <summary>The domains of the mail addresses, such as example.com. International names are taken in either form.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("DomainName", "Name")]
    [ArgumentCompleter(typeof(DomainCompleter))]
    [AllowEmptyString]
    public string[] Domain { get; set; } = [];

    /// <summary>The form to write.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public RecordCodeFormat Format { get; set; }

    /// <summary>The policy that the MTA-STS record announces; its id is derived from it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public MtaStsPolicy? Policy { get; set; }

    /// <summary>The id of the MTA-STS record, 1 to 32 letters or digits.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Id { get; set; }

    /// <summary>Where TLS reports go: mail addresses, or mailto and https URIs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string[]? Rua { get; set; }

    /// <summary>The zone that holds the records. Without it, each domain is a zone.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Zone { get; set; }

    /// <summary>The time to live of the records: a TimeSpan, seconds, or a number with a unit.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan Ttl { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The file to write, in place of the pipeline. An existing one is replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Leave an existing file alone; that it exists is then an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Return the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var domain in Domain.Select(DomainList.Entry).OfType<string>())
        {
            if (!DomainName.TryParse(domain, out var name, out var findings))
                WriteError(InvalidDomain.Error(domain, findings));
            else if (Read(name.Ascii) is { } records)
                _records.Add(records);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_records.Count == 0)
            return;
        string text;
        try
        {
            text = RecordCodeWriter.Write(_records, Format);
        }
        catch (MtaStsFormatException exception)
        {
            ThrowTerminatingError(InvalidText.Error("InvalidZone", "-Zone is no domain", exception.Findings, Zone));
            return;
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(CommandError.Create(
                "RecordsNotExported", ErrorCategory.InvalidArgument, CommandError.Sentence(exception), Format, "Correct the domain, its zone or its records, or choose another format.", exception));
            return;
        }

        if (Path is null)
            WriteObject(text);
        else
            WriteFile(FilePaths.Target(this, Path), text);
    }

    private DomainRecords? Read(string domain)
    {
        MtaStsRecord? mtaSts = null;
        TlsRptRecord? tlsRpt = null;
        var id = string.IsNullOrEmpty(Id) ? null : Id;
        var rua = Rua?.Where(address => address.Length > 0).ToList();
        if (Policy is not null && PolicyFindings.Of(Policy, PolicyAdvice.Default) is var findings && findings.HasError())
            WriteError(InvalidText.Error("InvalidPolicy", "The policy is not valid", findings, Policy));
        else if (id is not null && !PolicyId.IsValid(id))
            WriteError(InvalidText.Error("InvalidRecordId", "The id is not valid", [RecordRules.IdInvalid.On(domain, id)], id));
        else if (rua?.Count > 0 && !TlsRptRecord.TryParse(ReportAddress.RecordText(rua), out tlsRpt, out var problems))
            WriteError(InvalidText.Error("InvalidRecord", "The TLSRPT record is not valid", problems, rua));
        else if (id is null && Policy is null && tlsRpt is null)
            WriteError(CommandError.Create("NothingToExport", ErrorCategory.InvalidArgument, $"There is no record of {domain} to write.", domain, "Give -Policy or -Id for the MTA-STS record, -Rua for the TLSRPT record, or both."));
        else
        {
            if ((id ?? (Policy is null ? null : PolicyId.Derive(Policy, DateTimeOffset.UtcNow))) is { } announced)
                mtaSts = new MtaStsRecord { Id = announced };
            return new DomainRecords { Domain = domain, Zone = string.IsNullOrEmpty(Zone) ? null : Zone, MtaSts = mtaSts, TlsRpt = tlsRpt, Ttl = Ttl };
        }

        return null;
    }

    private void WriteFile(string file, string text)
    {
        if (NoClobber && File.Exists(file))
        {
            WriteError(CommandError.Create("FileExists", ErrorCategory.ResourceExists, $"The file '{file}' exists already.", file, "Give another path, or leave out -NoClobber."));
            return;
        }

        if (!ShouldProcess(file, "Write the records"))
            return;
        try
        {
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception exception) when (FileError.IsAboutTheFile(exception))
        {
            WriteError(FileError.Of(exception, file));
            return;
        }

        if (PassThru)
            WriteObject(new FileInfo(file));
    }
}
