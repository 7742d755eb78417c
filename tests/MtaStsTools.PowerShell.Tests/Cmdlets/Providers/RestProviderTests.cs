using MtaStsTools.Doubles.Dns;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Records are published at the prompt through the APIs of services: doubles whose zones the laboratory's name servers serve.</summary>
public sealed class RestProviderTests(LabFixture lab)
{
    private const string NewPowerDns = "New-MtaStsDnsProvider -PowerDns -Endpoint $endpoint -ApiKey $secret";
    private const string NewCloudflare = "New-MtaStsDnsProvider -Cloudflare -Endpoint $endpoint -ApiToken $secret";
    private const string NewGoogle = "New-MtaStsDnsProvider -GoogleCloudDns -Endpoint $endpoint -Project project-of-the-test -AccessToken $secret";
    private const string NewGoogleKey = "New-MtaStsDnsProvider -GoogleCloudDns -Endpoint $endpoint -ServiceAccountKey $keyFile";
    private const string NewInfoblox = "New-MtaStsDnsProvider -Infoblox -Endpoint $endpoint -Credential ([pscredential]::new('admin', $secret))";

    public static TheoryData<string, string> Providers => new()
    {
        { "powerdns", NewPowerDns }, { "cloudflare", NewCloudflare }, { "google", NewGoogle }, { "google-key", NewGoogleKey }, { "infoblox", NewInfoblox },
    };

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_record_is_published_beside_foreign_values_changed_and_removed(string kind, string command)
    {
        var domain = $"rest-{kind}.test";
        var record = "_mta-sts." + domain;
        lab.Lab.Add(Sound($"rest-{kind}", "For a test of a service's API.").WithMtaSts("v=spf1 -all"));
        using var service = Create(kind, domain);
        service.SetTexts(domain, record, "v=spf1 -all");
        using var session = Open(service);
        session.Run($"$provider = {command}; $policy = Get-MtaStsPolicy {domain}").ThrowIfFailed();

        var shown = session.Render($"Publish-MtaStsRecord {domain} -Policy $policy -Provider $provider -WhatIf");
        Assert.Equal(["v=spf1 -all"], service.Texts(record));
        var published = session.Run($"Publish-MtaStsRecord {domain} -Policy $policy -Provider $provider -PassThru | ForEach-Object {{ \"$($_.Changed) $($_.AllAgree) $($_.After)\" }}");
        var after = service.Texts(record);
        var again = session.Run($"Publish-MtaStsRecord {domain} -Policy $policy -Provider $provider -PassThru | ForEach-Object {{ \"$($_.Changed)\" }}");
        var removed = session.Run($"Unpublish-MtaStsRecord {domain} -Provider $provider -Confirm:$false");

        Assert.Contains(record, shown, StringComparison.Ordinal);
        var announced = Assert.Single(after, text => text.StartsWith("v=STSv1;", StringComparison.Ordinal));
        Assert.Equal($"True True {announced}", published.Only<string>());
        Assert.Equal("False", again.Only<string>());
        removed.ThrowIfFailed();
        Assert.Equal(["v=spf1 -all"], service.Texts(record));
    }

    [Theory]
    [InlineData(NewPowerDns, "DnsProviderUnauthorized")]
    [InlineData(NewCloudflare, "DnsProviderUnauthorized")]
    [InlineData(NewGoogle, "DnsProviderUnauthorized")]
    [InlineData(NewInfoblox, "DnsProviderUnauthorized")]
    public void A_wrong_secret_is_an_error_of_authentication(string command, string errorId)
    {
        var kind = command.Split(' ')[1].TrimStart('-').ToLowerInvariant().Replace("clouddns", "", StringComparison.Ordinal);
        var domain = $"wrong-secret-{kind}.test";
        lab.Lab.Add(Sound($"wrong-secret-{kind}", "For a test of a service's API.").WithMtaSts());
        using var service = Create(kind, domain);
        using var session = Open(service, secret: "wrong-secret-of-the-test");

        var result = session.Run($"Publish-MtaStsRecord {domain} -Id 1 -Provider ({command})");

        Assert.StartsWith(errorId, result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(System.Management.Automation.ErrorCategory.AuthenticationError, result.Error.CategoryInfo.Category);
        Assert.NotEmpty(result.Error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("New-MtaStsDnsProvider -PowerDns -Endpoint http://dns.example.com -ApiKey $secret", "https://")]
    [InlineData("New-MtaStsDnsProvider -PowerDns -Endpoint dns.example.com -ApiKey $secret", "https://")]
    [InlineData("New-MtaStsDnsProvider -Cloudflare -Endpoint https://user:pass@example.com -ApiToken $secret", "user")]
    [InlineData("New-MtaStsDnsProvider -GoogleCloudDns -ServiceAccountKey $secret", "key file")]
    [InlineData("New-MtaStsDnsProvider -Infoblox -Endpoint https://grid.example.com -Credential ([pscredential]::new('a:b', $secret))", "colon")]
    public void What_cannot_be_is_told_before_anything_is_asked(string command, string word)
    {
        using var session = lab.Open();
        session.Set("secret", LabFixture.Secure("secret-of-the-test"));
        var error = session.Run(command).Error;
        Assert.StartsWith("InvalidDnsProvider", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(word, error.ToString(), StringComparison.Ordinal);
    }

    private ModuleSession Open(DnsServiceDouble service, string? secret = null)
    {
        var session = lab.Open();
        session.Set("endpoint", service.Endpoint);
        session.Set("secret", LabFixture.Secure(secret ?? service.Secret));
        if (service is GoogleCloudDnsDouble google)
            session.Set("keyFile", LabFixture.Secure(google.KeyFile));

        // The server that the laboratory's defaults name is not meant.
        session.Run("$global:PSDefaultParameterValues.Keys.Clone() | Where-Object { $_ -match ':(Server|Port|KeyName|KeySecret)$' } | ForEach-Object { $global:PSDefaultParameterValues.Remove($_) }").ThrowIfFailed();
        return session;
    }

    /// <summary>A service whose zone the laboratory's name servers serve as soon as it is changed.</summary>
    private DnsServiceDouble Create(string kind, string domain)
    {
        DnsServiceDouble service = kind switch
        {
            "powerdns" => new PowerDnsDouble(),
            "cloudflare" => new CloudflareDnsDouble(),
            "infoblox" => new InfobloxDouble(),
            _ => new GoogleCloudDnsDouble(),
        };
        service.AddZone(domain, "ns1." + domain);
        service.After = request =>
        {
            if (!request.IsRead)
                lab.Lab.SetTxt(domain, "_mta-sts", [.. service.Texts("_mta-sts." + domain)]);
        };
        return service;
    }
}
