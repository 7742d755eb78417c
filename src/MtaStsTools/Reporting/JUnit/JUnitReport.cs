using System.Globalization;
using System.Xml;
using MtaStsTools.Reporting.Summary;

namespace MtaStsTools.Reporting.JUnit;

/// <summary>
/// The XML of JUnit as build servers read it: a suite a domain, a case a link of its chain, which fails where the link is broken. What could not be seen is
/// an error, what a domain does not have is skipped, and warnings are the case's output. Findings about files are a suite a file, a case a finding.
/// </summary>
internal static class JUnitReport
{
    public static void Write(ReportContent content, TextWriter output, ReportExportOptions options)
    {
        JUnitSuite[] suites =
        [
            .. content.Reports.Select(JUnitSuite.Of),
            .. content.Loose.GroupBy(finding => finding.Subject ?? "", StringComparer.Ordinal).Select(file => JUnitSuite.Of(file.Key, [.. file])),
        ];
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CloseOutput = false });
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", options.Title);
        WriteCounts(xml, [.. suites.SelectMany(suite => suite.Cases)]);
        foreach (var suite in suites)
            WriteSuite(xml, suite);
        xml.WriteEndElement();
        xml.Flush();
        output.Write('\n');
    }

    private static void WriteSuite(XmlWriter xml, JUnitSuite suite)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", suite.Name);
        WriteCounts(xml, suite.Cases);
        xml.WriteAttributeString("time", suite.Duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
        if (suite.Time is { } time)
            xml.WriteAttributeString("timestamp", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        foreach (var one in suite.Cases)
            WriteCase(xml, suite, one);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, JUnitSuite suite, JUnitCase one)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", suite.Name);
        xml.WriteAttributeString("name", one.Name);
        xml.WriteAttributeString("time", "0");
        if (one.State is JUnitState.Failure or JUnitState.Error)
        {
            xml.WriteStartElement(one.State == JUnitState.Failure ? "failure" : "error");
            xml.WriteAttributeString("message", one.Message);
            xml.WriteAttributeString("type", one.Type);
            xml.WriteString(one.Text);
            xml.WriteEndElement();
        }
        else if (one.State == JUnitState.Skipped)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", one.Message);
            xml.WriteEndElement();
        }
        else if (one.Text.Length > 0)
        {
            xml.WriteElementString("system-out", one.Text);
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<JUnitCase> cases)
    {
        xml.WriteAttributeString("tests", Count(cases.Count));
        xml.WriteAttributeString("failures", Count(cases.Count(one => one.State == JUnitState.Failure)));
        xml.WriteAttributeString("errors", Count(cases.Count(one => one.State == JUnitState.Error)));
        xml.WriteAttributeString("skipped", Count(cases.Count(one => one.State == JUnitState.Skipped)));
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
