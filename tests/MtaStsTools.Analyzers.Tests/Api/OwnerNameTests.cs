using MtaStsTools.Analyzers.Api;
using Test = MtaStsTools.Analyzers.Api.ApiUseAnalyzer;

namespace MtaStsTools.Analyzers.Tests.Api;

/// <summary>Names of records that are given to the SDK.</summary>
public sealed class OwnerNameTests
{
    private static Task In(string call) => Verify.Analyzer<Test>($$"""
        using System.Threading;
        using MtaStsTools;
        using MtaStsTools.Dns;
        using MtaStsTools.Publishing.Dns;

        class C
        {
            object M(IDnsRecordProvider provider, IDnsResolver resolver, DnsRecordType type, CancellationToken cancellationToken) => {{call}};

            static object Own(string recordName) => recordName;
        }
        """);

    [Theory]
    [InlineData("{|MTASTS3009:mta-sts.|}example.com")]
    [InlineData("{|MTASTS3009:_mta_sts.|}example.com")]
    [InlineData("{|MTASTS3009:smtp._tls.|}example.com")]
    [InlineData("{|MTASTS3009:_tls._smtp.|}example.com")]
    [InlineData("_mta-sts.example.com")]
    [InlineData("_smtp._tls.example.com")]
    [InlineData("mail.example.com")]
    public async Task A_misspelt_name_of_a_record_is_reported_and_nothing_else_is(string name)
    {
        await In($"provider.ReadTxtAsync(\"mta-sts.example.com\", \"{name}\", cancellationToken)");
        await In($"resolver.QueryAsync(\"{name}\", DnsRecordType.TXT, cancellationToken)");
    }

    [Theory]
    [InlineData("resolver.QueryAsync(\"mta-sts.example.com\", DnsRecordType.A)")]
    [InlineData("resolver.QueryAsync(\"mta-sts.example.com\", type)")]
    [InlineData("Own(\"mta-sts.example.com\")")]
    public Task The_policy_host_has_its_own_name(string call) => In(call);
}
