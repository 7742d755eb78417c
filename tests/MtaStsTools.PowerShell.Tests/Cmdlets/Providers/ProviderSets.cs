using System.Management.Automation;
using System.Reflection;
using System.Security;
using MtaStsTools.PowerShell.Parameters;
using MtaStsTools.PowerShell.Pipeline;
using MtaStsTools.Publishing.Dns;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>
/// Every parameter set that makes a DNS provider or a policy host, found by reflection, with arguments for it: what is mandatory and every secret. A new
/// set is tested without a word here, unless an argument needs a form of its own; then <see cref="Named"/> has it.
/// </summary>
internal static class ProviderSets
{
    /// <summary>Nobody listens there.</summary>
    private const string Nowhere = "127.0.0.1";

    /// <summary>Arguments by the name of the parameter, as PowerShell reads them; these are given wherever a set has the parameter, mandatory or not.</summary>
    private static readonly Dictionary<string, string> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Server"] = Nowhere,
        ["Port"] = "9",
        ["Endpoint"] = $"https://{Nowhere}:9/",
        ["DnsServer"] = $"{Nowhere}:9",
        ["PluginArgs"] = "@{ Token = $secret; Plain = [pscredential]::new('x', $secret).GetNetworkCredential().Password }",
        ["KeyName"] = "key-of-the-test",
        ["AccountId"] = "0123456789abcdef0123456789abcdef",
        ["ServiceAccountKey"] = $"([System.Net.NetworkCredential]::new('', [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('{ServiceAccountKey.Base64}'))).SecurePassword)",
        ["Account"] = "account",
        ["AuthorityHost"] = $"https://{Nowhere}:9/",
        ["ClientCertificate"] = "([Security.Cryptography.X509Certificates.CertificateRequest]::new('CN=test', [Security.Cryptography.RSA]::Create(2048), 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1).CreateSelfSigned([datetimeoffset]::UtcNow.AddDays(-1), [datetimeoffset]::UtcNow.AddDays(1)))",
    };

    /// <summary>The cmdlets that make providers and hosts.</summary>
    public static IEnumerable<Type> Cmdlets => typeof(MtaStsCmdlet).Assembly.GetTypes().Where(type =>
        type.GetCustomAttribute<CmdletAttribute>() is { VerbName: VerbsCommon.New }
        && type.GetCustomAttributes<OutputTypeAttribute>().SelectMany(output => output.Type).Any(output => IsProvider(output.Type)));

    /// <summary>Cmdlet and set, one row each.</summary>
    public static IEnumerable<(Type Cmdlet, string Set)> All =>
        from cmdlet in Cmdlets
        from set in Parameters(cmdlet).Select(parameter => parameter.Set).Distinct(StringComparer.Ordinal)
        where set != ParameterAttribute.AllParameterSets
        select (cmdlet, set);

    /// <summary>The cmdlet's name at the prompt.</summary>
    public static string NameOf(Type cmdlet) => cmdlet.GetCustomAttribute<CmdletAttribute>() is { } cmd ? $"{cmd.VerbName}-{cmd.NounName}" : throw new ArgumentException(cmdlet.Name, nameof(cmdlet));

    /// <summary>Whether the set names a place on the network that a test may point at nobody.</summary>
    public static bool HasEndpoint(Type cmdlet, string set) => Of(cmdlet, set).Any(property => property.Name is "Server" or "Endpoint");

    /// <summary>Whether a type is a provider or a host, or the interface of one.</summary>
    public static bool IsProvider(Type? type) => typeof(IDnsRecordProvider).IsAssignableFrom(type) || typeof(IPolicyHost).IsAssignableFrom(type);

    /// <summary>The command line that makes a provider of the set, all its secrets being what the variable <c>$secret</c> holds.</summary>
    public static string CommandLine(Type cmdlet, string set) => string.Join(' ', [NameOf(cmdlet), .. Of(cmdlet, set).Select(property => Argument(property, set)).OfType<string>()]);

    private static IEnumerable<(PropertyInfo Property, string Set, bool IsMandatory)> Parameters(Type cmdlet) =>
        from property in cmdlet.GetProperties()
        from parameter in property.GetCustomAttributes<ParameterAttribute>()
        select (property, parameter.ParameterSetName, parameter.Mandatory);

    private static IEnumerable<PropertyInfo> Of(Type cmdlet, string set) =>
        Parameters(cmdlet).Where(parameter => parameter.Set == set || parameter.Set == ParameterAttribute.AllParameterSets).Select(parameter => parameter.Property).Distinct();

    private static string? Argument(PropertyInfo property, string set)
    {
        var isSecret = property.GetCustomAttribute<SecretTransformationAttribute>() is not null;
        Assert.False(property.PropertyType == typeof(SecureString) && !isSecret, $"{property.DeclaringType!.Name}.{property.Name} holds a secret: give it [SecretTransformation].");
        if (Named.TryGetValue(property.Name, out var given))
            return $"-{property.Name} {given}";
        if (isSecret)
            return $"-{property.Name} $secret";
        return property.GetCustomAttributes<ParameterAttribute>().Any(parameter => parameter.Mandatory && (parameter.ParameterSetName == set || parameter.ParameterSetName == ParameterAttribute.AllParameterSets))
            ? $"-{property.Name}{ByType(property)}"
            : null;
    }

    private static string ByType(PropertyInfo property) => property.PropertyType switch
    {
        var type when type == typeof(SwitchParameter) => "",
        var type when type == typeof(PSCredential) => " ([pscredential]::new('user-of-the-test', $secret))",
        var type when type == typeof(ScriptBlock) => " {}",
        var type when type == typeof(Uri) => $" http://{Nowhere}:9/",
        var type when type == typeof(string) || type == typeof(string[]) => " name-of-the-test.example",
        _ => throw new NotSupportedException($"{property.DeclaringType!.Name}.{property.Name}: ProviderSets has no argument of the type {property.PropertyType.Name}; give it one by name."),
    };
}
