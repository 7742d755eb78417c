using System.Diagnostics.CodeAnalysis;
using MtaStsTools.Grammar;
using MtaStsTools.Grammar.Policy;

namespace MtaStsTools;

public sealed partial record MtaStsPolicy
{
    /// <summary>The name that <see cref="StringSyntaxAttribute"/> has for the text of a policy.</summary>
    public const string Syntax = "MtaStsPolicy";

    /// <summary>Reads a policy.</summary>
    /// <param name="text">The text of the file, lines ending in LF or CRLF.</param>
    /// <exception cref="MtaStsFormatException">The text has an Error.</exception>
    public static MtaStsPolicy Parse([StringSyntax(Syntax)] string text) =>
        TryParse(text, out var policy, out var findings) ? policy : throw new MtaStsFormatException(findings);

    /// <summary>Reads a policy; false, and null, where it has an Error.</summary>
    public static bool TryParse([NotNullWhen(true), StringSyntax(Syntax)] string? text, [NotNullWhen(true)] out MtaStsPolicy? policy)
    {
        if (!TryParse(text, out policy, out _))
            policy = null;
        return policy is not null;
    }

    /// <summary>Reads a policy; true where it has no Error.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="policy">The policy; where it is not valid, what could be read of it, and null where nothing could.</param>
    /// <param name="findings">Every problem, in the order of the text.</param>
    public static bool TryParse([StringSyntax(Syntax)] string? text, [NotNullWhen(true)] out MtaStsPolicy? policy, out IReadOnlyList<Finding> findings) =>
        TryParse((text ?? "").AsSpan(), PolicyAdvice.Default, out policy, out findings);

    /// <inheritdoc cref="TryParse(string, out MtaStsPolicy, out IReadOnlyList{Finding})"/>
    public static bool TryParse([StringSyntax(Syntax)] ReadOnlySpan<char> text, [NotNullWhen(true)] out MtaStsPolicy? policy, out IReadOnlyList<Finding> findings) =>
        TryParse(text, PolicyAdvice.Default, out policy, out findings);

    /// <summary>Reads a policy; true where it has no Error.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="advice">From where on a lifetime is worth a warning.</param>
    /// <param name="policy">The policy; where it is not valid, what could be read of it, and null where nothing could.</param>
    /// <param name="findings">Every problem, in the order of the text.</param>
    public static bool TryParse(
        [StringSyntax(Syntax)] ReadOnlySpan<char> text, PolicyAdvice advice, [NotNullWhen(true)] out MtaStsPolicy? policy, out IReadOnlyList<Finding> findings)
    {
        var grammar = new PolicyGrammar(text, advice, stackalloc PolicyField[PolicyGrammar.Room]);
        grammar.Read();
        policy = Build(text, ref grammar);
        findings = grammar.ToFindings();
        return !grammar.HasError;
    }

    /// <summary>Reads the body of a policy file: also assesses byte order mark, encoding and the limit of 65,536 octets. True where it has no Error.</summary>
    /// <param name="utf8">The octets of the body. Findings count UTF-16 code units of its text.</param>
    /// <param name="policy">The policy; where it is not valid, what could be read of it, and null where nothing could.</param>
    /// <param name="findings">Every problem, in the order of the text.</param>
    public static bool TryParse([StringSyntax(Syntax)] ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out MtaStsPolicy? policy, out IReadOnlyList<Finding> findings) =>
        TryParse(utf8, PolicyAdvice.Default, out policy, out findings);

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out MtaStsPolicy, out IReadOnlyList{Finding})"/>
    /// <param name="utf8">The octets of the body.</param>
    /// <param name="advice">From where on a lifetime is worth a warning.</param>
    /// <param name="policy">The policy, or what could be read of it.</param>
    /// <param name="findings">Every problem, in the order of the text.</param>
    public static bool TryParse(
        [StringSyntax(Syntax)] ReadOnlySpan<byte> utf8, PolicyAdvice advice, [NotNullWhen(true)] out MtaStsPolicy? policy, out IReadOnlyList<Finding> findings)
    {
        var text = PolicyBody.Read(utf8, stackalloc char[PolicyBody.Room], out var encoding);
        var grammar = new PolicyGrammar(text, advice, stackalloc PolicyField[PolicyGrammar.Room]) { Faults = encoding };
        grammar.Read();
        policy = Build(text, ref grammar);
        findings = grammar.ToFindings();
        return !grammar.HasError;
    }

    /// <summary>Every problem of the text, in its order; a good one costs no allocation.</summary>
    public static IReadOnlyList<Finding> Validate([StringSyntax(Syntax)] string text) => Validate(text.AsSpan(), PolicyAdvice.Default);

    /// <inheritdoc cref="Validate(string)"/>
    public static IReadOnlyList<Finding> Validate([StringSyntax(Syntax)] ReadOnlySpan<char> text) => Validate(text, PolicyAdvice.Default);

    /// <inheritdoc cref="Validate(string)"/>
    /// <param name="text">The text of the file.</param>
    /// <param name="advice">From where on a lifetime is worth a warning.</param>
    public static IReadOnlyList<Finding> Validate([StringSyntax(Syntax)] ReadOnlySpan<char> text, PolicyAdvice advice)
    {
        var grammar = new PolicyGrammar(text, advice, stackalloc PolicyField[PolicyGrammar.Room]);
        grammar.Read();
        return grammar.ToFindings();
    }

    private static MtaStsPolicy? Build(ReadOnlySpan<char> text, ref PolicyGrammar grammar)
    {
        if (grammar.MxCount == 0 && grammar.Version is null && grammar.Mode is null && grammar.MaxAge is null)
            return null;

        var policy = new MtaStsPolicy
        {
            Mode = grammar.ModeValue switch
            {
                PolicyMode.Enforce => MtaStsMode.Enforce,
                PolicyMode.Testing => MtaStsMode.Testing,
                _ => MtaStsMode.None,
            },
            MaxAge = TimeSpan.FromTicks(grammar.MaxAgeSeconds.GetValueOrDefault() * TimeSpan.TicksPerSecond),
        };
        policy.Fill(text, ref grammar);
        return policy;
    }

    private void Fill(ReadOnlySpan<char> text, ref PolicyGrammar grammar)
    {
        var mx = 0;
        var extension = 0;
        foreach (ref readonly var field in grammar.Fields)
        {
            mx += field is { Kind: PolicyFieldKind.Mx, IsValid: true } ? 1 : 0;
            extension += field is { Kind: PolicyFieldKind.Extension, IsValid: true } ? 1 : 0;
        }

        var patterns = mx == 0 ? [] : new MxPattern[mx];
        var extensions = extension == 0 ? [] : new Extension[extension];
        (mx, extension) = (0, 0);
        foreach (ref readonly var field in grammar.Fields)
        {
            if (field is { Kind: PolicyFieldKind.Mx, IsValid: true })
                patterns[mx++] = MxPattern.Trusted(field.Value(text));
            else if (field is { Kind: PolicyFieldKind.Extension, IsValid: true })
                extensions[extension++] = new Extension(field.Name(text).ToString(), field.Value(text).ToString());
        }

        if (mx > 0)
            _mx = ValueList.Own(patterns);
        if (extension > 0)
            _extensions = ValueList.Own(extensions);
    }
}
