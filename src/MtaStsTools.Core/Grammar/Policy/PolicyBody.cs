namespace MtaStsTools.Grammar.Policy;

/// <summary>The octets of a policy file as text, and what is wrong with them as octets.</summary>
internal static class PolicyBody
{
    // A few octets more than senders read, so that the grammar sees that there are more.
    private const int Overlap = 64;

    public static string Read(ReadOnlySpan<byte> octets, out FaultBuffer faults)
    {
        faults = default;
        octets = Utf8Text.Cut(octets, PolicyGrammar.MaxOctets + Overlap);
        var text = Utf8Text.Decode(octets);
        if (Utf8Text.IndexOfInvalid(octets) is var invalid and >= 0)
        {
            var offset = Math.Min(Utf8Text.Length(octets.Slice(0, invalid)), text.Length);
            faults.Add(PolicyRules.InvalidUtf8, offset, Math.Min(1, text.Length - offset), invalid);
        }

        return text;
    }
}
