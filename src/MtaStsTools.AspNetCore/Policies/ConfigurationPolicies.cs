using Microsoft.Extensions.Configuration;

namespace MtaStsTools.AspNetCore.Policies;

/// <summary>Reads policies from a configuration, of which no binder can lose a host: what cannot be read is a finding at its key.</summary>
internal static class ConfigurationPolicies
{
    public static void Read(IConfiguration section, MtaStsOptions options)
    {
        foreach (var child in section.GetChildren())
        {
            if (!Is(child.Key, "Domains"))
                throw Unknown(child, "Domains");
            foreach (var domain in child.GetChildren())
                ReadDomain(domain, options);
        }
    }

    private static void ReadDomain(IConfigurationSection domain, MtaStsOptions options)
    {
        var settings = new MtaStsPolicySettings();
        foreach (var child in domain.GetChildren())
        {
            if (Is(child.Key, nameof(settings.Version)))
                settings.Version = child.Value;
            else if (Is(child.Key, nameof(settings.Mode)))
                settings.Mode = child.Value;
            else if (Is(child.Key, nameof(settings.MaxAge)))
                settings.MaxAge = child.Value;
            else if (Is(child.Key, nameof(settings.Mx)))
                AddHosts(child, settings);
            else if (Is(child.Key, nameof(settings.Extensions)))
                AddExtensions(child, settings);
            else
                throw Unknown(child, "Mode, Mx, MaxAge, Version, Extensions");
        }

        if (settings.TryToPolicy(out var policy, out var findings))
            options.Domains[domain.Key] = policy;
        options.Found.AddRange(findings.Where(finding => policy is null)
            .Select(finding => new PlacedFinding { Place = finding.Subject is { } key ? $"{domain.Path}:{key}" : domain.Path, Finding = finding }));
    }

    private static void AddHosts(IConfigurationSection hosts, MtaStsPolicySettings settings)
    {
        // A single host may stand without a list.
        foreach (var host in hosts.Value is { Length: > 0 } ? [hosts] : hosts.GetChildren())
            settings.Mx.Add(host.Value ?? "");
    }

    private static void AddExtensions(IConfigurationSection extensions, MtaStsPolicySettings settings)
    {
        foreach (var extension in extensions.GetChildren())
            settings.Extensions[extension.Key] = extension.Value ?? "";
    }

    private static bool Is(string key, string name) => string.Equals(key.Replace("_", "", StringComparison.Ordinal), name, StringComparison.OrdinalIgnoreCase);

    private static MtaStsConfigurationException Unknown(IConfigurationSection key, string known) =>
        new($"The configuration has the key '{DisplayText.Sanitize(key.Path)}', which says nothing of a policy. The keys there are: {known}.");
}
