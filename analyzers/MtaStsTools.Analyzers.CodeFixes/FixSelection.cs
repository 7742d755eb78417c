namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>Chooses of a text's fixes the ones that can be made together, and that leave it better.</summary>
internal static class FixSelection
{
    /// <summary>What the text becomes, or null where no fix makes it better.</summary>
    /// <param name="fixes">The fixes of the text, each with the id of the rule that it is for.</param>
    /// <param name="apply">Makes some of the fixes; null where they cannot be made.</param>
    /// <param name="isBetter">Whether a text has fewer findings of a rule than the one that is fixed.</param>
    public static T? Fix<T>(
        IEnumerable<(string Id, TextFix Fix)> fixes, Func<IReadOnlyList<TextFix>, (T Result, string Fixed)?> apply, Func<string, string, bool> isBetter)
        where T : class
    {
        var candidates = fixes.ToList();
        while (candidates.Count > 0)
        {
            var chosen = WithoutOverlaps(candidates);
            List<(string Id, TextFix Fix)> bad;
            if (apply([.. chosen.Select(item => item.Fix)]) is var (result, corrected))
            {
                bad = chosen.FindAll(item => !isBetter(item.Id, corrected));
                if (bad.Count == 0)
                    return result;
            }
            else
            {
                bad = chosen.FindAll(item => !IsGoodAlone(item.Id, item.Fix));
                if (bad.Count == 0)
                    bad = chosen.GetRange(1, chosen.Count - 1);
            }

            // What a bad one stood in the way of has its chance now.
            candidates.RemoveAll(bad.Contains);
        }

        return null;

        bool IsGoodAlone(string id, TextFix fix) => apply([fix]) is var (_, corrected) && isBetter(id, corrected);
    }

    /// <summary>In the order of the text; a fix that overlaps an earlier one has its turn when that one is done.</summary>
    private static List<(string Id, TextFix Fix)> WithoutOverlaps(IEnumerable<(string Id, TextFix Fix)> fixes)
    {
        var kept = new List<(string Id, TextFix Fix)>();
        var end = 0;
        foreach (var (id, fix) in fixes.OrderBy(item => item.Fix.Offset).ThenBy(item => item.Fix.Length))
        {
            if (kept.Count > 0 && fix.Offset < end)
                continue;
            kept.Add((id, fix));
            end = fix.Offset + Math.Max(fix.Length, 1);
        }

        return kept;
    }
}
