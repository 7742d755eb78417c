namespace MtaStsTools;

/// <summary>A line about a step or its result. Names, reasons and answers come from providers and servers, so that no line is shown as it came.</summary>
internal static class SafeLine
{
    // A record of 512 octets and the names around it.
    private const int LongestLine = 4096;

    public static string Of(string line) => DisplayText.Sanitize(line, LongestLine);
}
