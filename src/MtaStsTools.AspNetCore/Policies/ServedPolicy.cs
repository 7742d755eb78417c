using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace MtaStsTools.AspNetCore.Policies;

/// <summary>A policy as it is sent: all that is worked out beforehand, so that a request allocates nothing.</summary>
internal sealed class ServedPolicy
{
    private const int TagOctets = 12;

    public ServedPolicy(DomainName domain, MtaStsPolicy policy)
    {
        Domain = domain.Ascii;
        Host = WellKnownNames.PolicyHostOf(domain.Ascii);
        Policy = policy;
        Body = Encoding.UTF8.GetBytes(policy.ToString());
        EntityTag = $"\"{Convert.ToHexString(SHA256.HashData(Body).AsSpan(0, TagOctets))}\"";
        EntityTagHeader = EntityTag;
    }

    public string Domain { get; }

    public string Host { get; }

    public MtaStsPolicy Policy { get; }

    public byte[] Body { get; }

    public string EntityTag { get; }

    public StringValues EntityTagHeader { get; }
}
