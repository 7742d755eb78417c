using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MtaStsTools.Publishing.Planning;

namespace MtaStsTools.Publishing.Checks;

/// <summary>What each address of a policy host serves, held against a policy. Pure.</summary>
internal static class ServedPolicies
{
    public static IReadOnlyList<ServerReadBack> Compare(PolicyHostObservation observed, MtaStsPolicy policy)
    {
        var reached = new HashSet<AddressFamily>(observed.Fetches.Where(IsConnected).Select(Family));
        return [.. observed.Fetches.Where(fetch => fetch.Address is not null).Select(fetch => Judge(observed.Host, fetch, policy, reached))];
    }

    private static ServerReadBack Judge(string host, PolicyFetch fetch, MtaStsPolicy policy, HashSet<AddressFamily> reached)
    {
        var (agreement, detail) = fetch.Outcome switch
        {
            PolicyFetchOutcome.Answered => JudgeAnswer(fetch, policy),
            PolicyFetchOutcome.AddressNotAllowed => (ServerAgreement.NotAsked, "its address is not global"),
            // Where no address of a family can be reached while one of the other can, it is this machine that lacks the family.
            PolicyFetchOutcome.ConnectFailed or PolicyFetchOutcome.ConnectTimeout when reached.Count > 0 && !reached.Contains(Family(fetch)) =>
                (ServerAgreement.NotAsked, "addresses of its kind cannot be reached from here"),
            _ => (ServerAgreement.NoAnswer, fetch.Detail ?? Words(fetch.Outcome)),
        };
        return new ServerReadBack { Server = host, Address = fetch.Address, Agreement = agreement, Detail = detail };
    }

    private static (ServerAgreement Agreement, string? Detail) JudgeAnswer(PolicyFetch fetch, MtaStsPolicy policy)
    {
        if (fetch.StatusCode != 200)
            return (ServerAgreement.Differs, $"HTTP status {fetch.StatusCode?.ToString(CultureInfo.InvariantCulture)}");
        if (Body(fetch) is not { } served)
            return (ServerAgreement.Differs, "what it serves is no valid policy");
        return PolicyDifferences.Describe(served, policy) is { } differences ? (ServerAgreement.Differs, differences) : (ServerAgreement.Agrees, null);
    }

    private static MtaStsPolicy? Body(PolicyFetch fetch)
    {
        try
        {
            return MtaStsPolicy.TryParse(Convert.FromBase64String(fetch.Body ?? "").AsSpan(), out var policy, out _) ? policy : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsConnected(PolicyFetch fetch) =>
        fetch.Outcome is not (PolicyFetchOutcome.AddressNotAllowed or PolicyFetchOutcome.ConnectFailed or PolicyFetchOutcome.ConnectTimeout or PolicyFetchOutcome.NotReached);

    private static AddressFamily Family(PolicyFetch fetch) => IPAddress.TryParse(fetch.Address, out var address) ? address.AddressFamily : AddressFamily.Unspecified;

    private static string Words(PolicyFetchOutcome outcome) => outcome switch
    {
        PolicyFetchOutcome.CertificateRejected => "its certificate does not fit",
        PolicyFetchOutcome.TlsTooOld => "it speaks no TLS 1.2 or newer",
        PolicyFetchOutcome.HttpTimeout => "the answer did not arrive in time",
        _ => "no usable answer",
    };
}
