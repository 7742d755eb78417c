using System.Management.Automation;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>Says of an object whose it is, so that the results for several domains can be told apart and piped on.</summary>
internal static class OutputFor
{
    /// <summary>The object with a note property <c>Domain</c>.</summary>
    public static PSObject Domain(string domain, object value)
    {
        var output = new PSObject(value);
        output.Properties.Add(new PSNoteProperty("Domain", domain));
        return output;
    }
}
