using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace MtaStsTools;

/// <summary>
/// A policy as a configuration has it. All of it is text, which no binder can fail to convert and so none can leave out, in lists and dictionaries of
/// policies too; <see cref="ToPolicy"/> then tells every problem. Bind this, and not the policy itself.
/// </summary>
public sealed class MtaStsPolicySettings
{
    /// <summary>The version, where it is given; it can only be <c>STSv1</c>.</summary>
    public string? Version { get; set; }

    /// <summary><c>enforce</c>, <c>testing</c> or <c>none</c>, in any case of letters. Required.</summary>
    public string? Mode { get; set; }

    /// <summary>The hosts that may receive the mail, each as in the policy.</summary>
    public IList<string> Mx { get; } = [];

    /// <summary>How long senders remember the policy, as <see cref="DurationText"/> reads it: seconds (<c>604800</c>), <c>7d</c> or <c>7.00:00:00</c>. Required.</summary>
    public string? MaxAge { get; set; }

    /// <summary>Fields that the RFC does not know, by their names.</summary>
    public IDictionary<string, string> Extensions { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The policy.</summary>
    /// <exception cref="MtaStsFormatException">Something is missing or wrong; <see cref="Finding.Subject"/> of each finding is the key that it is about.</exception>
    public MtaStsPolicy ToPolicy() => TryToPolicy(out var policy, out var findings) ? policy : throw new MtaStsFormatException(findings);

    /// <summary>Makes the policy; false, and null, where it has an Error.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="findings">Every problem; <see cref="Finding.Subject"/> is the key that it is about, such as <c>Mx:1</c>.</param>
    public bool TryToPolicy([NotNullWhen(true)] out MtaStsPolicy? policy, out IReadOnlyList<Finding> findings)
    {
        var text = new StringBuilder();
        var keys = new List<string>();
        Add("version", Version ?? WellKnownNames.PolicyVersion, nameof(Version));
        Add("mode", Mode?.ToLowerInvariant(), nameof(Mode));
        for (var i = 0; i < Mx.Count; i++)
            Add("mx", Mx[i] ?? "", nameof(Mx) + ":" + i.ToString(CultureInfo.InvariantCulture));
        Add("max_age", DurationText.TryParse(MaxAge, out var age) ? (age.Ticks / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture) : MaxAge, nameof(MaxAge));
        foreach (var extension in Extensions)
            Add(DisplayText.Sanitize(extension.Key), extension.Value ?? "", $"{nameof(Extensions)}:{extension.Key}");

        var isGood = MtaStsPolicy.TryParse(text.ToString(), out policy, out var found);
        var length = text.Length;
        findings = [.. found.Select(finding => About(finding, finding.Length < length ? keys : []))];
        if (!isGood)
            policy = null;
        return isGood;

        void Add(string name, string? value, string key)
        {
            if (value is null)
                return;
            // A value stays on its line, whatever is in it.
            text.Append(name).Append(": ").Append(DisplayText.Sanitize(value.Trim())).Append("\r\n");
            keys.Add(key);
        }
    }

    /// <summary>The same finding about a key; nobody has the text that its place is in.</summary>
    private static Finding About(Finding finding, List<string> keys) => finding with
    {
        Subject = finding.Line is { } line && line <= keys.Count ? DisplayText.Sanitize(keys[line - 1]) : null,
        Offset = null,
        Length = null,
        Line = null,
        Column = null,
        Fix = null,
    };
}
