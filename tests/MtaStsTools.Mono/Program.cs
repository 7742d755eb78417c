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
            default:
                Console.Error.WriteLine("Usage: resolve <folder of the net472 assemblies>");
                return BadUsage;
        }
    }
}
