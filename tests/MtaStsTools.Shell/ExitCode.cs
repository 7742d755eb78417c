namespace MtaStsTools.Shell;

/// <summary>Exit codes, as pwsh has them.</summary>
public static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int BadCommandLine = 64;
    public const int InitializationFailed = 70;
}
