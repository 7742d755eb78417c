using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace MtaStsTools.Hosting;

/// <summary>Reads options from a configuration. The binder of .NET would leave out what it cannot convert; here all of it is a problem with its path.</summary>
internal sealed class ClientConfiguration(IConfiguration configuration, List<string> problems)
{
    private const int DnsPort = 53;
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    public void ApplyTo(MtaStsClientOptions options)
    {
        options.Observation = Observation(options.Observation);
        options.Assessment = Assessment(options.Assessment);
        foreach (var key in Keys(configuration, depth: 0).Where(key => !_known.Contains(key.Path)))
            Tell(key, "is the name of no option.");
    }

    private ObservationOptions Observation(ObservationOptions before) => before with
    {
        DnsServers = List("Observation:DnsServers", Server) ?? before.DnsServers,
        TrustedRoots = List("Observation:TrustedRoots", Certificates)?.SelectMany(found => found).ToList() ?? before.TrustedRoots,
        SkipSmtp = Switch("Observation:SkipSmtp") ?? before.SkipSmtp,
        AllAddresses = Switch("Observation:AllAddresses") ?? before.AllAddresses,
        AllowPrivateAddresses = Switch("Observation:AllowPrivateAddresses") ?? before.AllowPrivateAddresses,
        CheckRevocation = Switch("Observation:CheckRevocation") ?? before.CheckRevocation,
        ThrottleLimit = Number("Observation:ThrottleLimit") ?? before.ThrottleLimit,
        HttpsPort = Number("Observation:HttpsPort") ?? before.HttpsPort,
        SmtpPort = Number("Observation:SmtpPort") ?? before.SmtpPort,
        DnsTimeout = Time("Observation:DnsTimeout") ?? before.DnsTimeout,
        ConnectTimeout = Time("Observation:ConnectTimeout") ?? before.ConnectTimeout,
        GreetingTimeout = Time("Observation:GreetingTimeout") ?? before.GreetingTimeout,
        HandshakeTimeout = Time("Observation:HandshakeTimeout") ?? before.HandshakeTimeout,
        HttpTimeout = Time("Observation:HttpTimeout") ?? before.HttpTimeout,
        DomainTimeout = Time("Observation:DomainTimeout") ?? before.DomainTimeout,
        EhloName = Text("Observation:EhloName") ?? before.EhloName,
    };

    private AssessmentOptions Assessment(AssessmentOptions before) => before with
    {
        Advice = before.Advice with
        {
            MinimumEnforceMaxAge = Time("Assessment:MinimumEnforceMaxAge") ?? before.Advice.MinimumEnforceMaxAge,
            MaximumNoneMaxAge = Time("Assessment:MaximumNoneMaxAge") ?? before.Advice.MaximumNoneMaxAge,
        },
        CertificateExpiryWarning = Time("Assessment:CertificateExpiryWarning") ?? before.CertificateExpiryWarning,
    };

    private string? Text(string name) => Read(name, static value => value);

    private bool? Switch(string name) => Read<bool?>(name, value => bool.TryParse(value, out var on) ? on : null, "is neither true nor false.");

    private int? Number(string name) =>
        Read<int?>(name, value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, "is no whole number.");

    private TimeSpan? Time(string name) => Read<TimeSpan?>(name, value => DurationText.TryParse(value, out var time) ? time : null, "is no duration; 10s, 5m and 7d are some.");

    private T? Read<T>(string name, Func<string, T?> read, string wrong = "cannot be read.")
    {
        var section = configuration.GetSection(name);
        _known.Add(section.Path);
        return section.Value is { Length: > 0 } value ? Read(section, value, read, wrong) : default;
    }

    private T? Read<T>(IConfigurationSection section, string value, Func<string, T?> read, string wrong)
    {
        var result = read(value);
        if (result is null)
            Tell(section, $"is '{DisplayText.Sanitize(value)}', which {wrong}");
        return result;
    }

    private List<T>? List<T>(string name, Func<string, (T? Value, string Wrong)> read)
        where T : class
    {
        var section = configuration.GetSection(name);
        _known.Add(section.Path);
        if (!section.Exists())
            return null;
        var list = new List<T>();
        foreach (var item in section.Value is null ? section.GetChildren() : [section])
        {
            _known.Add(item.Path);
            var (value, wrong) = read(item.Value ?? "");
            if (value is null)
                Tell(item, $"is '{DisplayText.Sanitize(item.Value ?? "")}', which {wrong}");
            else
                list.Add(value);
        }

        return list;
    }

    private static (IPEndPoint?, string) Server(string text)
    {
        var isServer = IPEndPoint.TryParse(text, out var server);
        if (server is { Port: 0 })
            server.Port = DnsPort;
        return (isServer ? server : null, "is no address; 192.0.2.1 and 192.0.2.1:5353 are some.");
    }

    private static (X509Certificate2Collection?, string) Certificates(string path)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(path);
            return certificates.Count > 0 ? (certificates, "") : (null, "is a file without a certificate in PEM.");
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, $"cannot be read: {DisplayText.Sanitize(exception.Message)}");
        }
    }

    /// <summary>Every key that has a value; an option lies two deep, and the items of a list three.</summary>
    private static IEnumerable<IConfigurationSection> Keys(IConfiguration parent, int depth) =>
        parent.GetChildren().SelectMany(child => (child.Value is null ? Enumerable.Empty<IConfigurationSection>() : [child]).Concat(depth < 3 ? Keys(child, depth + 1) : []));

    private void Tell(IConfigurationSection key, string problem) => problems.Add($"{DisplayText.Sanitize(key.Path)} {problem}");
}
