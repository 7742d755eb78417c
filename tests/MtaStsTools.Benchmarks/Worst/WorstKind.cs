namespace MtaStsTools.Benchmarks.Worst;

/// <summary>What a text is read as.</summary>
internal enum WorstKind
{
    Policy,
    Record,
    TlsRptRecord,
}
