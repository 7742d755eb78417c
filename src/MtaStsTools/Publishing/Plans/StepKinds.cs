namespace MtaStsTools.Publishing.Plans;

/// <summary>The words that JSON has for kinds.</summary>
internal static class StepKinds
{
    public const string PolicyFile = "policyFile";
    public const string VerifyPolicy = "verifyPolicy";
    public const string Record = "record";
    public const string ReadBack = "readBack";
    public const string TestDomain = "testDomain";
    public const string Wait = "wait";
    public const string Delegation = "delegation";

    public static string Name(RecordKind kind) => kind == RecordKind.TlsRpt ? "tlsRpt" : "mtaSts";

    public static string Name(Severity severity) => severity.ToString().ToLowerInvariant();
}
