namespace MtaStsTools.Core.Tests;

internal static class FixAssert
{
    /// <summary>Every fix of the text's findings changes the text, lies inside it, and leaves fewer findings of its rule.</summary>
    public static void HoldsFor(string text, Func<string, IReadOnlyList<Finding>> validate)
    {
        var findings = validate(text);
        foreach (var finding in findings)
        {
            if (finding.Fix is not { } fix)
                continue;

            Assert.InRange(fix.Offset, 0, text.Length);
            Assert.InRange(fix.Length, 0, text.Length - fix.Offset);
            var corrected = text.Remove(fix.Offset, fix.Length).Insert(fix.Offset, fix.NewText);
            Assert.NotEqual(text, corrected);
            var left = validate(corrected).Count(other => other.Id == finding.Id);
            Assert.True(left < findings.Count(other => other.Id == finding.Id), $"{finding}\nleft by the fix of\n{Escape(text)}\nto\n{Escape(corrected)}");
        }
    }

    private static string Escape(string text) => DisplayText.Sanitize(text, 1000);
}
