using System.Text;
using MtaStsTools.Publishing.Hosts;

namespace MtaStsTools.Publishing.Planning;

/// <summary>What is stored and what shall be in, step out. Pure.</summary>
internal static class PolicyFilePlanner
{
    public static PolicyFileStep Put(string provider, StoredPolicy stored, MtaStsPolicy policy)
    {
        var now = Read(stored);
        var differences = now is null ? null : PolicyDifferences.Describe(now, policy);

        // A file that says the same is left as it is: how it is laid out is its owner's affair.
        var same = now is not null && differences is null;
        return new PolicyFileStep
        {
            Provider = provider,
            Change = new PolicyFileChange { Expected = stored, Body = same ? stored.Body : Encoding.UTF8.GetBytes(policy.ToString()) },
            Reason = same ? "The file that is stored says the same."
                : stored.Body is null ? "There is no policy file yet."
                : now is null ? "What is stored is no valid policy."
                : $"The stored policy is another: {differences}.",
        };
    }

    /// <summary>The policy that is stored; null where there is none, or none that is valid.</summary>
    public static MtaStsPolicy? Read(StoredPolicy stored) => stored.Body is { } body && MtaStsPolicy.TryParse(body.Span, out var policy, out _) ? policy : null;

    public static PolicyFileStep Remove(string provider, StoredPolicy stored) => new()
    {
        Provider = provider,
        Change = new PolicyFileChange { Expected = stored, Body = null },
        Reason = stored.Body is null ? "There is no policy file to remove." : "The policy file will be removed.",
    };
}
