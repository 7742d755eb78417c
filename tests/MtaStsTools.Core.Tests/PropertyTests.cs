using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace MtaStsTools.Core.Tests;

/// <summary>Texts near to good ones: pieces of policies and records, shuffled, cut and sprinkled with what does not belong.</summary>
public static class NearlyGood
{
    private static readonly string[] Pieces =
    [
        "version", "mode", "mx", "max_age", ":", ": ", "=", " = ", ";", "; ", "\r\n", "\n", "\r", "\t", " ", "", "\uFEFF", "\0", "\u0085", "\u2028", "\uD83D", "\uDE00",
        "STSv1", "stsv1", "enforce", "testing", "none", "report", "Enforce", "604800", "86400", "0", "60", "31557601", "7d", "604,800", "٦٠",
        "mail.example.com", "*.example.com", "*", ".", "..", "-", "_", "bücher.example", "192.0.2.1", "[::1]", ":25", "https://", "@", ",", "\"", "ß", "İ",
        "version: STSv1\r\n", "mode: enforce\r\n", "mx: mail.example.com\r\n", "max_age: 604800\r\n", "mode: testing\n", "foo: bar\r\n", "Mode: none\r\n",
        "v=STSv1;", "v=STSv1 ;", "v=TLSRPTv1;", "id=1;", " id=a", "id", "ID", "rua", "rua=", "mailto:a@example.com", "https://example.com/%41", "!", "%", "x=1;", " foo=bar;",
    ];

    public static Arbitrary<string> Text() => Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary();
}

public class PropertyTests
{
    private const int Many = 2000;

    [Property(Arbitrary = [typeof(NearlyGood)], MaxTest = Many)]
    public void No_text_throws_and_spans_lie_inside_it(string text)
    {
        MtaStsPolicy.TryParse(text, out _, out var ofPolicy);
        MtaStsRecord.TryParse(text, out _, out var ofRecord);
        TlsRptRecord.TryParse(text, out _, out var ofTlsRpt);
        MxPattern.TryParse(text, out _, out var ofPattern);
        DomainName.TryParse(text, out _, out var ofName);

        foreach (var finding in ofPolicy.Concat(ofRecord).Concat(ofTlsRpt).Concat(ofPattern).Concat(ofName))
        {
            Assert.InRange(finding.Offset!.Value, 0, text.Length);
            Assert.InRange(finding.Length!.Value, 0, text.Length - finding.Offset.Value);
            Assert.Equal(TextSpan.In(text, finding.Offset.Value, finding.Length.Value), new TextSpan(finding.Offset.Value, finding.Length.Value, finding.Line!.Value, finding.Column!.Value));
            Assert.DoesNotContain(finding.Message + finding.Evidence, char.IsControl);
        }
    }

    [Property(MaxTest = Many)]
    public void No_arbitrary_text_throws(string? text) => No_text_throws_and_spans_lie_inside_it(text ?? "");

    [Property(MaxTest = Many)]
    public void No_octets_throw(byte[] octets) => Assert.Equal(MtaStsPolicy.TryParse(octets, out _, out var findings), findings.All(finding => finding.Severity != Severity.Error));

    [Property(Arbitrary = [typeof(NearlyGood)], MaxTest = Many)]
    public void What_is_refused_has_an_Error_and_what_has_an_Error_is_refused(string text)
    {
        Assert.Equal(MxPattern.TryParse(text, out _, out var ofPattern), !ofPattern.Any(IsError));
        Assert.Equal(DomainName.TryParse(text, out _, out var ofName), !ofName.Any(IsError));
        if (!MxPattern.TryParse(text, out _))
            Assert.NotEmpty(Assert.Throws<MtaStsFormatException>(() => MxPattern.Parse(text)).Findings);
    }

    [Property(Arbitrary = [typeof(NearlyGood)], MaxTest = Many)]
    public void Every_field_is_in_the_policy_or_in_a_finding(string text)
    {
        var value = string.Concat(text.Split('\r', '\n')).Trim(' ', '\t');
        AssertKept("version", value, policy => policy.Version == value);
        AssertKept("mode", value, policy => policy.ToString().Contains($"\r\nmode: {value}\r\n", StringComparison.Ordinal));
        AssertKept("max_age", value, policy => value.All(char.IsAsciiDigit) && value.TrimStart('0') == policy.MaxAge.TotalSeconds.ToString("#", CultureInfo.InvariantCulture));
        AssertKept("mx", value, policy => policy.Mx.Any(pattern => pattern.Text == value));
        AssertKept("foo", value, policy => policy.Extensions.Any(extension => extension.Value == value));
    }

    private static void AssertKept(string name, string value, Func<MtaStsPolicy, bool> says)
    {
        string[] others = ["version: STSv1", "mode: testing", "max_age: 604800", "mx: other.example"];
        var start = string.Concat(others.Where(line => name == "mx" || !line.StartsWith(name, StringComparison.Ordinal)).Select(line => line + "\n"));
        var text = $"{start}{name}: {value}\n";
        MtaStsPolicy.TryParse(text, out var policy, out var findings);

        var isTold = findings.Any(finding => finding.Offset >= start.Length && finding.Length > 0);
        Assert.True(isTold || says(policy!), $"{name} '{value}' is dropped without a finding");
    }

    private static bool IsError(Finding finding) => finding.Severity == Severity.Error;

    [Theory]
    [InlineData("\r\n\uFEFF\uFEFF\r\nmode: enforce\r\n")]
    [InlineData("\t\uFEFF foo=bar;")]
    [InlineData("\uFEFF\r\n\uFEFF\r\n")]
    [InlineData("mx: none..")]
    [InlineData("mx: ..")]
    [InlineData("mode: testing\nmxv=STSv1 ;bücher.example\rmode: testing\nv=STSv1 ;mode: enforce\r\n")]
    public void Texts_that_a_fix_once_left_as_bad(string text) => A_fix_takes_its_finding_away(text);

    [Property(Arbitrary = [typeof(NearlyGood)], MaxTest = Many)]
    public void A_fix_takes_its_finding_away(string text)
    {
        FixAssert.HoldsFor(text, MtaStsPolicy.Validate);
        FixAssert.HoldsFor(text, MtaStsRecord.Validate);
        FixAssert.HoldsFor(text, TlsRptRecord.Validate);
    }

    [Property(Arbitrary = [typeof(NearlyGood)], MaxTest = Many)]
    public void What_can_be_read_is_the_same_when_written_and_read_again(string text)
    {
        if (MtaStsPolicy.TryParse(text, out var policy, out _))
            Assert.Equal(policy, MtaStsPolicy.Parse(policy.ToString()));
        if (MtaStsRecord.TryParse(text, out var record, out _))
            Assert.Equal(record, MtaStsRecord.Parse(record.ToString()));
        if (TlsRptRecord.TryParse(text, out var tlsRpt, out _))
            Assert.Equal(tlsRpt, TlsRptRecord.Parse(tlsRpt.ToString()));
        if (MxPattern.TryParse(text, out var pattern))
            Assert.Equal(pattern, MxPattern.Parse(pattern.ToString()));
        if (DomainName.TryParse(text, out var name))
            Assert.Equal(name, DomainName.Parse(name.Unicode));
    }

    [Property(MaxTest = Many)]
    public void A_typed_policy_is_the_same_when_written_and_read_again(MtaStsMode mode, NonNegativeInt seconds, byte hosts, NonNegativeInt number)
    {
        var policy = new MtaStsPolicy
        {
            Mode = Enum.IsDefined(mode) ? mode : MtaStsMode.None,
            MaxAge = TimeSpan.FromSeconds(seconds.Get % 31557601),
            Mx = [.. Enumerable.Range(0, hosts % 20 + 1).Select(i => (MxPattern)(i % 3 == 0 ? $"*.{i}.example" : $"mx{i}.example"))],
            Extensions = [new Extension("x" + number.Get.ToString(CultureInfo.InvariantCulture), "a value")],
        };

        Assert.Equal(policy, MtaStsPolicy.Parse(policy.ToString()));
        Assert.Equal(policy.GetHashCode(), MtaStsPolicy.Parse(policy.ToString()).GetHashCode());
    }

    [Property(Arbitrary = [typeof(NearlyGood)], MaxTest = 500)]
    public void Reading_does_not_depend_on_the_culture(string text)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var read = new List<string>();
            foreach (var culture in (string[])["", "tr-TR", "de-DE", "ar-SA"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                MtaStsPolicy.TryParse(text, out var policy, out var findings);
                MtaStsRecord.TryParse(text, out var record, out var ofRecord);
                DomainName.TryParse(text, out var name, out _);
                read.Add($"{policy} {record} {name} {string.Join('|', findings.Concat(ofRecord))}");
            }

            Assert.Single(read.Distinct(StringComparer.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
