namespace MtaStsTools.Grammar.Fixes;

/// <summary>Works out what certainly fixes a domain name.</summary>
internal static class DomainNameFixer
{
    /// <summary>The fix of a fault, or null where what is meant is not certain.</summary>
    public static TextFix? Fix(Fault fault) =>
        // The last dot of the fault is the one that is too much.
        fault.Rule.Id == DomainNameRules.EmptyLabel.Id ? new TextFix(fault.Offset + fault.Length - 1, 1, "") : null;
}
