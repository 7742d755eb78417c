using MtaStsTools.Publishing;
using MtaStsTools.Publishing.Hosts;
using MtaStsTools.Publishing.Planning;

namespace MtaStsTools;

public sealed partial class MtaStsPublisher
{
    /// <summary>
    /// Looks whether the world is still what <paramref name="plan"/> was made against: the same host and provider, the files and records that were read (or
    /// already those that the plan makes), the same MX hosts, the same served policy. Writes nothing.
    /// </summary>
    /// <returns>The differences; none where the plan can be applied.</returns>
    /// <exception cref="ProviderException">The zone cannot be found, or record or file cannot be read.</exception>
    public async Task<IReadOnlyList<PlanDifference>> FindDifferencesAsync(ChangePlan plan, IProgress<PublishProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var differences = new List<PlanDifference?> { PlanDifferences.OfAge(plan, Now) };
        foreach (var files in plan.Steps.OfType<PolicyFileStep>().GroupBy(step => step.Domain, StringComparer.Ordinal))
        {
            differences.Add(PlanDifferences.OfPlace(files.First(), _host.Description));
            differences.Add(PlanDifferences.OfFile([.. files], await _host.ReadAsync(files.Key, cancellationToken).ConfigureAwait(false)));
        }

        foreach (var records in plan.Steps.OfType<RecordChangeStep>().GroupBy(step => step.Change.RecordName, StringComparer.Ordinal))
        {
            differences.Add(PlanDifferences.OfPlace(records.First(), _provider.Description));
            var zone = await _provider.FindZoneAsync(records.Key, cancellationToken).ConfigureAwait(false);
            differences.Add(PlanDifferences.OfRecord([.. records], zone, await _provider.ReadTxtAsync(zone, records.Key, cancellationToken).ConfigureAwait(false)));
        }

        foreach (var basis in plan.Basis)
        {
            var report = await LookAsync(basis.Domain, withMailExchangers: false, progress, cancellationToken).ConfigureAwait(false);
            differences.AddRange(PlanDifferences.OfDomain(basis, report, [.. plan.Steps.OfType<VerifyPolicyStep>().Where(step => step.Domain == basis.Domain).Select(step => step.Policy)]));
        }

        return [.. differences.OfType<PlanDifference>()];
    }
}
