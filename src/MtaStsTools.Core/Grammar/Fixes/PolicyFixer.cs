using System.Globalization;
using System.Text;
using MtaStsTools.Grammar.Policy;

namespace MtaStsTools.Grammar.Fixes;

/// <summary>Works out what certainly fixes a policy's text, once somebody asks: for the prompt and the compiler alike.</summary>
internal static class PolicyFixer
{
    private static readonly Dictionary<string, Func<PolicyOutline, Fault, TextFix?>> Fixes = new(StringComparer.Ordinal)
    {
        [PolicyRules.ByteOrderMark.Id] = Remove,
        [PolicyRules.BlankLine.Id] = Remove,
        [PolicyRules.SpaceBeforeName.Id] = (policy, _) => RemoveIndents(policy),
        [PolicyRules.SpaceBeforeColon.Id] = Remove,
        [PolicyRules.ControlCharacter.Id] = ReplaceControl,
        [PolicyRules.WrongSeparator.Id] = WriteColon,
        [PolicyRules.PolicyOnOneLine.Id] = PutOnLines,
        [PolicyRules.MixedLineEndings.Id] = UseCrLf,
        [PolicyRules.DuplicateField.Id] = (policy, fault) => policy.Remove(policy.FieldAt(fault)),
        [PolicyRules.MxRepeated.Id] = (policy, fault) => policy.Remove(policy.FieldAt(fault)),
        [PolicyRules.ExtensionNameInvalid.Id] = WriteCertainName,
        [PolicyRules.NearlyKnownField.Id] = WriteKnownName,
        [PolicyRules.VersionUnknown.Id] = (policy, fault) => policy.WriteValue(fault, WellKnownNames.PolicyVersion),
        [PolicyRules.VersionMissing.Id] = (policy, _) => MayInsertVersion(policy) ? new TextFix(policy.ContentStart, 0, "version: " + WellKnownNames.PolicyVersion + policy.LineEnd) : null,
        [PolicyRules.VersionNotFirst.Id] = (policy, _) => MoveVersion(policy),
        [PolicyRules.ModeUnknown.Id] = WriteMeantMode,
        [PolicyRules.ModeMeant.Id] = WriteMeantMode,
        [PolicyRules.ModePlaceholder.Id] = WriteMeantMode,
        [PolicyRules.Comment.Id] = RemoveComment,
        [PolicyRules.EscapedLineEnds.Id] = PutOnLines,
        [PolicyRules.ModeMissing.Id] = (policy, _) => policy.IsGoodSoFar ? policy.Insert(policy.Version.GetValueOrDefault().LineEnd, "mode: " + NameOf(HarmlessMode(policy))) : null,
        [PolicyRules.MaxAgeNotANumber.Id] = (policy, fault) => policy.WriteValue(fault, FixedValue.MaxAge(policy.ValueAt(fault))),
        [PolicyRules.MaxAgeTooLarge.Id] = (policy, fault) => policy.WriteValue(fault, Text(Lifetime.LargestSeconds)),
        [PolicyRules.MaxAgeMissing.Id] = InsertMaxAge,
        [PolicyRules.MaxAgeZero.Id] = WriteUsualLifetime,
        [PolicyRules.MaxAgeShort.Id] = WriteUsualLifetime,
        [PolicyRules.MaxAgeVeryShort.Id] = WriteUsualLifetime,
        [PolicyRules.MaxAgeLongForNone.Id] = WriteUsualLifetime,
    };

    /// <summary>Gives the fix of a fault that <see cref="PolicyGrammar"/> told of the text, or null where what is meant is not certain. The text is read again once.</summary>
    public static Func<Fault, TextFix?> For(string text, PolicyAdvice advice)
    {
        var policy = new Lazy<PolicyOutline>(() => new PolicyOutline(text, advice));
        return fault => Fix(policy.Value, fault);
    }

    private static TextFix? Fix(PolicyOutline policy, Fault fault)
    {
        var fix = Fixes.TryGetValue(fault.Rule.Id, out var work) ? work(policy, fault) : FixMx(policy, fault);
        return fix is null || UncoversMark(policy, fix) ? null : fix;
    }

    private static TextFix? FixMx(PolicyOutline policy, Fault fault) =>
        policy.FieldAt(fault) is { Kind: PolicyFieldKind.Mx } field ? MxFixer.Fix(policy.ValueOf(field), field.ValueStart, policy.LineEnd, fault) : null;

    /// <summary>A mark that a removal moves to the beginning is no longer part of its line, and what it kept apart may be wrong in the same way again.</summary>
    private static bool UncoversMark(PolicyOutline policy, TextFix fix) =>
        fix.NewText.Length == 0 && fix.Offset <= policy.ContentStart && fix.Offset + fix.Length < policy.Text.Length && policy.Text[fix.Offset + fix.Length] == '\uFEFF';

    private static TextFix Remove(PolicyOutline policy, Fault fault) => new(fault.Offset, fault.Length, "");

    /// <summary>All white space before names; what it kept from the beginning of the text must not be a mark.</summary>
    private static TextFix? RemoveIndents(PolicyOutline policy)
    {
        var (text, first, last) = (policy.Text, policy.Indents[0], policy.Indents[policy.Indents.Count - 1]);
        if (first.Start == policy.ContentStart && text[first.End] == '\uFEFF')
            return null;
        var kept = new StringBuilder();
        for (var i = 1; i < policy.Indents.Count; i++)
            kept.Append(text, policy.Indents[i - 1].End, policy.Indents[i].Start - policy.Indents[i - 1].End);
        return new TextFix(first.Start, last.End - first.Start, kept.ToString());
    }

    private static TextFix ReplaceControl(PolicyOutline policy, Fault fault) =>
        new(fault.Offset, fault.Length, ControlledLine.IsMeantAsLineEnd(policy.Text.AsSpan(), fault.Offset) ? "\r\n" : "");

    /// <summary>The colon, and a space where none follows: as everybody writes it.</summary>
    private static TextFix WriteColon(PolicyOutline policy, Fault fault)
    {
        var field = policy.FieldAt(fault);
        var start = field.Start + field.NameLength;
        var behind = fault.Offset + 1;
        var hasSpace = behind == field.End || Characters.IsWhiteSpace(policy.Text[behind]);
        return new TextFix(start, behind - start, hasSpace ? ":" : ": ");
    }

    private static TextFix PutOnLines(PolicyOutline policy, Fault fault)
    {
        var text = policy.Text.AsSpan();
        var series = new PolicyPart(fault.Offset, fault.Offset, fault.Offset + fault.Length, fault.Offset + fault.Length, HasControls: false);
        var lines = FieldSeries.Split(text, series).ConvertAll(field => policy.Text.Substring(field.Start, field.End - field.Start));
        return new TextFix(fault.Offset, fault.Length, string.Join(policy.LineEnd, lines));
    }

    /// <summary>From the first bare LF to the end, every line is given its CRLF.</summary>
    private static TextFix UseCrLf(PolicyOutline policy, Fault fault)
    {
        var text = policy.Text;
        var start = text.IndexOf('\n');
        while (start > 0 && text[start - 1] == '\r')
            start = text.IndexOf('\n', start + 1);
        return new TextFix(start, text.Length - start, text.Substring(start).Replace("\r\n", "\n").Replace("\n", "\r\n"));
    }

    private static TextFix? WriteCertainName(PolicyOutline policy, Fault fault) =>
        NearNames.ForPolicy(policy.Text.AsSpan(fault.Offset, fault.Length)) is { IsCertain: true } near ? new TextFix(fault.Offset, fault.Length, near.Name) : null;

    /// <summary>With the right name it must not become a duplicate of a field that is there, nor a later one of its name take its place.</summary>
    private static TextFix? WriteKnownName(PolicyOutline policy, Fault fault)
    {
        var fix = WriteCertainName(policy, fault);
        var isFree = !policy.HasRepeatedExtension && fix?.NewText switch
        {
            "version" => policy.Version is null,
            "mode" => policy.Mode is null,
            "max_age" => policy.MaxAge is null,
            _ => true,
        };
        return isFree ? fix : null;
    }

    private static TextFix? WriteMeantMode(PolicyOutline policy, Fault fault) =>
        MeantMode.Of(policy.ValueAt(fault)) is { IsCertain: true } meant ? policy.WriteValue(fault, meant.Name) : null;

    /// <summary>Lines of comment go with their ends; behind a value only the comment goes, and the white space before it.</summary>
    private static TextFix RemoveComment(PolicyOutline policy, Fault fault)
    {
        var (text, start, end) = (policy.Text, fault.Offset, fault.Offset + fault.Length);
        while (start > policy.ContentStart && Characters.IsWhiteSpace(text[start - 1]))
            start--;
        if (start == policy.ContentStart || text[start - 1] == '\n')
        {
            var terminator = text.IndexOf('\n', end);
            end = terminator < 0 ? text.Length : terminator + 1;
        }

        return new TextFix(start, end - start, "");
    }

    /// <summary>A version line may only be added where no line looks like a version already.</summary>
    private static bool MayInsertVersion(PolicyOutline policy) =>
        policy.Fields.Count > 0
        && policy.Text.IndexOf("STSv", StringComparison.OrdinalIgnoreCase) < 0
        && policy.Fields.All(field => field.Kind != PolicyFieldKind.Extension || NearNames.ForPolicy(field.Name(policy.Text.AsSpan())) is not { Name: "version" });

    private static TextFix? MoveVersion(PolicyOutline policy)
    {
        var (text, version, first) = (policy.Text, policy.Version.GetValueOrDefault(), policy.Fields[0].LineStart);
        var isWholeLine = version.LineStart == 0 || text[version.LineStart - 1] is '\n' or '\uFEFF';
        if (!isWholeLine)
            return null;
        var line = text.Substring(version.LineStart, version.LineEnd - version.LineStart);
        var before = text.Substring(first, version.LineStart - first);
        var moved = version.LineEnd > version.End && line.EndsWith("\n", StringComparison.Ordinal)
            ? line + before
            : line + policy.LineEnd + before.TrimEnd('\r', '\n');
        return new TextFix(first, version.LineEnd - first, moved);
    }

    /// <summary>With no mode said, the one that stops no mail: a policy with patterns can be tested, one without can only end.</summary>
    private static PolicyMode HarmlessMode(PolicyOutline policy) => policy.HasMx ? PolicyMode.Testing : PolicyMode.None;

    private static string NameOf(PolicyMode mode) => mode.ToString().ToLowerInvariant();

    private static TextFix? InsertMaxAge(PolicyOutline policy, Fault fault)
    {
        var mode = policy.Mode is null ? HarmlessMode(policy) : policy.ModeValue;
        return policy.IsGoodSoFar && UsualLifetime(mode, policy.Advice) is { } seconds ? policy.Insert(policy.Text.Length, "max_age: " + seconds) : null;
    }

    private static TextFix? WriteUsualLifetime(PolicyOutline policy, Fault fault) => policy.WriteValue(fault, UsualLifetime(policy.ModeValue, policy.Advice));

    /// <summary>The seconds that no advice warns of, or null where the advice leaves none.</summary>
    private static string? UsualLifetime(PolicyMode mode, PolicyAdvice advice) =>
        Lifetime.Usual(mode, advice) is { TotalSeconds: >= 1 } usual ? Text((long)usual.TotalSeconds) : null;

    private static string Text(long seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
