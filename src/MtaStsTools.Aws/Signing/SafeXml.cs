using System.Xml;
using System.Xml.Linq;

namespace MtaStsTools.Aws.Signing;

/// <summary>XML from the network: no document type, so that it can neither swell nor lead elsewhere, and no deeper than an answer is.</summary>
internal static class SafeXml
{
    private const int MaxDepth = 16;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    /// <summary>The root element; null where it is not such XML.</summary>
    public static XElement? Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            // Looked through before, since building the tree of one that is nested without end would use up the stack.
            using (var look = XmlReader.Create(new MemoryStream(text.ToArray()), Settings))
            {
                while (look.Read())
                {
                    if (look.Depth > MaxDepth)
                        return null;
                }
            }

            using var reader = XmlReader.Create(new MemoryStream(text.ToArray()), Settings);
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
