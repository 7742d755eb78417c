using System.Globalization;
using System.Management.Automation;
using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Dns;

namespace MtaStsTools.PowerShell.Providers.WindowsDns;

/// <summary>What an error of the DnsServer cmdlets is for a provider: they give the code of Windows in the id, as <c>WIN32 9711,Add-DnsServerResourceRecord</c>.</summary>
/// <param name="server">The server, for people.</param>
internal sealed class WindowsDnsErrors(string server)
{
    private const string CodePrefix = "WIN32 ";

    // Codes of winerror.h.
    private const int AccessDenied = 5;
    private const int BadNetworkPath = 53;
    private const int InvalidParameter = 87;
    private const int LogonFailure = 1326;
    private const int Timeout = 1460;
    private const int RpcServerUnavailable = 1722;
    private const int BadStubData = 1783;
    private const int FirstOfDns = 9000;
    private const int ServerFailure = 9002;
    private const int Refused = 9005;
    private const int LastOfDns = 9999;
    private const int ZoneDoesNotExist = 9601;
    private const int RecordDoesNotExist = 9701;
    private const int RecordAlreadyExists = 9711;
    private const int NameDoesNotExist = 9714;

    /// <param name="error">The error of the script.</param>
    /// <param name="recordName">What it was about.</param>
    /// <param name="isChange">Whether it was to change anything.</param>
    /// <param name="isBegun">Whether a part of the change was made before.</param>
    public DnsProviderException Create(ErrorRecord error, string recordName, bool isChange, bool isBegun)
    {
        if (error.FullyQualifiedErrorId.StartsWith("Modules_ModuleNotFound", StringComparison.Ordinal))
            return NoModule(recordName);

        var code = Code(error);
        var mayHaveChanged = isChange && (isBegun || !IsRefusal(code, error));
        var end = isBegun ? " A part of the change was made." : mayHaveChanged ? " Whether the change was made is not known." : isChange ? " Nothing was changed." : "";
        return new DnsProviderException(
            Kind(code) ?? ScriptErrors.Kind(error.CategoryInfo.Category), $"{recordName}: {server} fails: {ScriptErrors.Sentence(error)}{end}", Remedy(code, mayHaveChanged), error.Exception)
        {
            Detail = code is null ? null : CodePrefix + code.Value.ToString(CultureInfo.InvariantCulture),
            MayHaveChanged = mayHaveChanged,
        };
    }

    public DnsProviderException Create(string recordName, ProviderErrorKind kind, string sentence, string remedy) =>
        new(kind, $"{recordName}: {server} {sentence}", remedy);

    private static DnsProviderException NoModule(string recordName) => new(
        ProviderErrorKind.Unavailable,
        $"{recordName}: the module DnsServer is not installed; nothing was changed.",
        IsOnWindows()
            ? "Install the DNS Server Tools: Install-WindowsFeature RSAT-DNS-Server on a server, Add-WindowsCapability -Online -Name Rsat.Dns.Tools~~~~0.0.1.0 elsewhere."
            : "It is a part of Windows: run the command there, or make another kind of provider.");

    private static bool IsOnWindows() =>
#if NET8_0_OR_GREATER
        OperatingSystem.IsWindows();
#else
        true;
#endif

    /// <summary>The one call changed nothing: the server says why, or our own script stopped before it.</summary>
    private static bool IsRefusal(int? code, ErrorRecord error) =>
        code is AccessDenied or InvalidParameter or LogonFailure or BadStubData or (>= FirstOfDns and <= LastOfDns and not ServerFailure)
        || error.FullyQualifiedErrorId.StartsWith("NotOneRecord", StringComparison.Ordinal);

    private static ProviderErrorKind? Kind(int? code) => code switch
    {
        AccessDenied or Refused => ProviderErrorKind.Forbidden,
        LogonFailure => ProviderErrorKind.Unauthorized,
        InvalidParameter or BadStubData => ProviderErrorKind.InvalidRequest,
        Timeout => ProviderErrorKind.Timeout,
        BadNetworkPath or RpcServerUnavailable or ServerFailure => ProviderErrorKind.Unavailable,
        ZoneDoesNotExist => ProviderErrorKind.NotFound,
        RecordAlreadyExists or RecordDoesNotExist or NameDoesNotExist => ProviderErrorKind.Conflict,
        _ => null,
    };

    private static string Remedy(int? code, bool mayHaveChanged) => code switch
    {
        AccessDenied or Refused => "Run as a member of DnsAdmins, or with a CIM session of one.",
        LogonFailure => "Check the user and the password of the CIM session.",
        BadNetworkPath or RpcServerUnavailable => "Check the name of the server, that its DNS service runs, and that it can be managed from here.",
        ZoneDoesNotExist => "Check the domain and the server.",
        RecordAlreadyExists or RecordDoesNotExist or NameDoesNotExist => "Somebody else changed the records at the same time: look at them, then plan again.",
        _ => mayHaveChanged ? "Look at the record before trying again." : "Look at the zone in the DNS console, then try again.",
    };

    private static int? Code(ErrorRecord error)
    {
        var id = error.FullyQualifiedErrorId;
        if (!id.StartsWith(CodePrefix, StringComparison.Ordinal))
            return null;
        var comma = id.IndexOf(',');
        return int.TryParse(id.Substring(CodePrefix.Length, (comma < 0 ? id.Length : comma) - CodePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
    }
}
