namespace MtaStsTools.Reporting.JUnit;

/// <summary>What came of a test case.</summary>
internal enum JUnitState
{
    Passed,
    Failure,
    Error,
    Skipped,
}
