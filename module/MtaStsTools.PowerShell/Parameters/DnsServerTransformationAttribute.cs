using System.Globalization;
using System.Management.Automation;
using System.Net;

namespace MtaStsTools.PowerShell.Parameters;

/// <summary>Takes name servers as addresses with an optional port: <c>192.0.2.53</c>, <c>192.0.2.53:5353</c>, <c>[2001:db8::53]:53</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DnsServerTransformationAttribute : ArgumentTransformationAttribute
{
    private const int DnsPort = 53;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        LanguagePrimitives.GetEnumerable(inputData) is { } many
            ? many.Cast<object>().Select(ToEndPoint).ToArray()
            : new[] { ToEndPoint(inputData) };

    private static IPEndPoint ToEndPoint(object? value)
    {
        value = value is PSObject wrapper ? wrapper.BaseObject : value;
        return value switch
        {
            IPEndPoint endPoint => endPoint,
            IPAddress address => new IPEndPoint(address, DnsPort),
            string text when !string.IsNullOrWhiteSpace(text) => Parse(text.Trim()),
            _ => throw Unreadable(value),
        };
    }

    private static IPEndPoint Parse(string text)
    {
        if (IPAddress.TryParse(text, out var address) && text[0] != '[')
            return new IPEndPoint(address, DnsPort);

        var colon = text.LastIndexOf(':');
        var host = colon < 0 || text[text.Length - 1] == ']' ? text : text.Substring(0, colon);
        var port = host.Length == text.Length ? DnsPort.ToString(CultureInfo.InvariantCulture) : text.Substring(colon + 1);
        return IPAddress.TryParse(host.Trim('[', ']'), out address)
            && ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number != 0
            ? new IPEndPoint(address, number)
            : throw Unreadable(text);
    }

    private static ArgumentTransformationMetadataException Unreadable(object? value) => new(
        $"'{DisplayText.Sanitize(string.Format(CultureInfo.InvariantCulture, "{0}", value))}' is not the address of a name server. Give an IP address with an optional port, such as 192.0.2.53 or 192.0.2.53:5353.");
}
