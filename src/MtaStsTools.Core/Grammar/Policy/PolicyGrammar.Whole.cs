using MtaStsTools.Grammar.Fixes;

namespace MtaStsTools.Grammar.Policy;

/// <summary>What only shows once the whole text is read.</summary>
internal ref partial struct PolicyGrammar
{
    private const long Day = 86_400;

    private void AssessWhole()
    {
        if (_version < 0)
            ReportMissing(PolicyRules.VersionMissing, MayInsertVersion() ? new TextFix(ContentStart, 0, "version: " + WellKnownNames.PolicyVersion + NewLine()) : null);
        else if (_version > 0)
            ReportVersionNotFirst(_fields[_version]);
        var isOtherwiseGood = _version == 0 && Findings.Count == 0 && !_hasNearNames;
        // With no mode said, the one that stops no mail: a policy with patterns can be tested, one without can only end.
        var mode = _mode >= 0 ? ModeValue : MxCount > 0 ? PolicyMode.Testing : PolicyMode.None;
        if (_mode < 0)
            ReportMissing(PolicyRules.ModeMissing, isOtherwiseGood ? Insertion(_fields[_version].LineEnd, "mode: " + mode.ToString().ToLowerInvariant()) : null);
        if (_maxAge < 0)
            ReportMissing(PolicyRules.MaxAgeMissing, isOtherwiseGood && UsualLifetime(mode) is { } seconds ? Insertion(_text.Length, "max_age: " + seconds) : null);
        else if (_fields[_maxAge].IsValid)
            AssessLifetime(_fields[_maxAge], MaxAgeSeconds.GetValueOrDefault());
        if (MxCount == 0 && ModeName() is { } asking)
            ReportMissing(PolicyRules.MxMissing, fix: null, asking);
        if (_firstLf >= 0 && _firstCrLf >= 0)
            ReportMixedLineEndings();
        if (_hasNearNames)
            ReportNearNames();
    }

    private readonly int ContentStart
    {
        get
        {
            var marks = 0;
            while (marks < _text.Length && _text[marks] == '\uFEFF')
                marks++;
            return marks;
        }
    }

    /// <summary>The line ending that the text uses; CRLF, the one of the RFC's examples, where it has none.</summary>
    private readonly string NewLine() => _text.IndexOf('\n') is var first && first >= 0 && (first == 0 || _text[first - 1] != '\r') ? "\n" : "\r\n";

    /// <summary>Null unless the mode asks for an mx field, also where the mode is only certain to be meant.</summary>
    private readonly string? ModeName() => ModeValue switch
    {
        PolicyMode.Enforce => "enforce",
        PolicyMode.Testing => "testing",
        PolicyMode.Unknown when _mode >= 0 => FixedValue.Mode(_fields[_mode].Value(_text).ToString()) is { } corrected and not "none" ? corrected : null,
        _ => null,
    };

    private void AssessLifetime(PolicyField field, long seconds)
    {
        var shortest = _advice.MinimumEnforceMaxAge.Ticks / TimeSpan.TicksPerSecond;
        var longestForNone = _advice.MaximumNoneMaxAge.Ticks / TimeSpan.TicksPerSecond;
        if (seconds == 0)
            ReportLifetime(PolicyRules.MaxAgeZero, field, seconds);
        else if (ModeValue == PolicyMode.Enforce && seconds < Day)
            ReportLifetime(PolicyRules.MaxAgeVeryShort, field, seconds);
        else if (ModeValue == PolicyMode.Enforce && seconds < shortest)
            ReportLifetime(PolicyRules.MaxAgeShort, field, seconds, shortest);
        else if (ModeValue == PolicyMode.None && seconds > longestForNone)
            ReportLifetime(PolicyRules.MaxAgeLongForNone, field, seconds, longestForNone);
    }

    private void ReportLifetime(Rule rule, PolicyField field, params object?[] arguments) =>
        Report(rule, field.ValueStart, field.ValueLength, ReplaceValue(field, UsualLifetime(ModeValue)), arguments);

    /// <summary>The seconds that no advice warns of, or null where the advice leaves none.</summary>
    private readonly string? UsualLifetime(PolicyMode mode)
    {
        var advised = mode == PolicyMode.None ? _advice.MaximumNoneMaxAge : _advice.MinimumEnforceMaxAge;
        var seconds = Math.Min(advised.Ticks / TimeSpan.TicksPerSecond, LargestMaxAge);
        if (mode != PolicyMode.None)
            seconds = Math.Max(seconds, Day);
        return seconds > 0 ? seconds.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A missing field has no place, so its finding spans the whole text.</summary>
    private void ReportMissing(Rule rule, TextFix? fix = null, params object?[] arguments) =>
        Findings.Add(rule.At(_text, 0, _text.Length, arguments) with { Fix = fix, Evidence = null });

    /// <summary>A version line may only be added where no line looks like a version already.</summary>
    private readonly bool MayInsertVersion()
    {
        foreach (var field in Fields)
        {
            if (field.Kind == PolicyFieldKind.Extension && NearNames.ForPolicy(field.Name(_text)) is { } near && near.Name == "version")
                return false;
        }

        return _count > 0 && _text.IndexOf("STSv".AsSpan(), StringComparison.OrdinalIgnoreCase) < 0;
    }

    /// <summary>A whole line at the beginning of another, or behind the last one.</summary>
    private readonly TextFix Insertion(int lineStart, string line) =>
        _text[lineStart - 1] == '\n' ? new TextFix(lineStart, 0, line + NewLine()) : new TextFix(lineStart, 0, NewLine() + line);

    private void ReportVersionNotFirst(PolicyField version)
    {
        var first = _fields[0].LineStart;
        var line = _text.Slice(version.LineStart, version.LineEnd - version.LineStart);
        var before = _text.Slice(first, version.LineStart - first);
        var moved = version.LineEnd > version.End && line[line.Length - 1] == '\n'
            ? line.ToString() + before.ToString()
            : line.ToString() + NewLine() + before.ToString().TrimEnd('\r', '\n');
        var isWholeLine = version.LineStart == 0 || _text[version.LineStart - 1] is '\n' or '\uFEFF';
        Report(PolicyRules.VersionNotFirst, version.Start, version.Length, isWholeLine ? new TextFix(first, version.LineEnd - first, moved) : null);
    }

    private void ReportMixedLineEndings()
    {
        var second = Math.Max(_firstLf, _firstCrLf);
        // From the first bare LF to the last, every line is given its CRLF.
        var end = _text.Length;
        var corrected = _text.Slice(_firstLf, end - _firstLf).ToString().Replace("\r\n", "\n").Replace("\n", "\r\n");
        Report(PolicyRules.MixedLineEndings, second, second == _firstLf ? 1 : 2, new TextFix(_firstLf, end - _firstLf, corrected));
    }

    private void ReportNearNames()
    {
        for (var i = 0; i < _count; i++)
        {
            var field = _fields[i];
            var name = field.Name(_text);
            if (field.Kind != PolicyFieldKind.Extension || NearNames.ForPolicy(name) is not { } near)
                continue;
            // With the right name it must not become a duplicate of a field that is there, nor a later one of its name take its place.
            var certain = near.IsCertain && !_hasRepeatedExtension && near.Name switch
            {
                "version" => _version < 0,
                "mode" => _mode < 0,
                "max_age" => _maxAge < 0,
                _ => true,
            };
            Report(PolicyRules.NearlyKnownField, field.Start, field.NameLength, certain ? new TextFix(field.Start, field.NameLength, near.Name) : null, name.ToString(), near.Name);
        }
    }
}
