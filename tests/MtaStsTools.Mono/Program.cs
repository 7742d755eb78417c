namespace MtaStsTools.Mono;

/// <summary>Runs the build for Windows PowerShell 5.1 where there is no Windows: under Mono.</summary>
internal static class Program
{
    private const int BadUsage = 64;

    public static int Main(string[] args)
    {
        switch (args)
        {
            case ["resolve", var folder]:
                return ResolveCommand.Run(ModuleFolder.Import(folder));
            case ["corpus", var folder, var corpus]:
                ModuleFolder.Import(folder);
                return CorpusCommand.Run(corpus);
            case ["domain", var folder, var dnsServer, var httpsPort, var smtpPort, var root, var domain]:
                ModuleFolder.Import(folder);
                return DomainCommand.Run(dnsServer, httpsPort, smtpPort, root, domain);
            default:
                Console.Error.WriteLine(
                    "Usage, with the folder of the net472 assemblies:\n" +
                    "  resolve <folder>\n" +
                    "  corpus <folder> <folder of the corpus>\n" +
                    "  domain <folder> <DNS server> <HTTPS port> <SMTP port> <root certificate> <domain>");
                return BadUsage;
        }
    }
}
