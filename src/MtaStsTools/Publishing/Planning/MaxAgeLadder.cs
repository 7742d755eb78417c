using MtaStsTools.Publishing.Checks;

namespace MtaStsTools.Publishing.Planning;

/// <summary>The way of a lifetime to its end, one step a change. Pure.</summary>
internal static class MaxAgeLadder
{
    /// <summary>The lifetime to announce next.</summary>
    public static TimeSpan Next(MtaStsPolicy now, ModeChangeRequest request)
    {
        var end = request.MaxAge ?? (request.Mode == MtaStsMode.None ? TimeSpan.FromDays(1) : now.MaxAge);
        var rungs = request.Ladder.Where(rung => rung < end).Concat([end]).OrderBy(rung => rung).ToList();

        // A mode that is new begins at the foot: what goes wrong is forgotten soonest.
        return now.Mode == request.Mode ? rungs.Find(rung => rung > now.MaxAge) is var next && next > TimeSpan.Zero ? next : end : rungs[0];
    }

    /// <summary>The wait until the policy of now has lasted its own lifetime; null where there is nothing to wait for.</summary>
    public static WaitStep? Wait(string domain, MtaStsPolicy now, MtaStsPolicy next, ModeChangeRequest request, DateTimeOffset? announcedAt) =>
        request.Ladder.Count > 0 && now.Mode == request.Mode && next.MaxAge > now.MaxAge && announcedAt is { } since
            ? new WaitStep
            {
                Domain = domain,
                Until = since + now.MaxAge,
                Reason = "The policy of now lasts its own max_age before that is raised.",
                Force = request.Force,
            }
            : null;
}
