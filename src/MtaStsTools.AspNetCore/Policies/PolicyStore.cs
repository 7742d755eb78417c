using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using MtaStsTools.AspNetCore.Diagnostics;

namespace MtaStsTools.AspNetCore.Policies;

/// <summary>Holds the policies that are served: the first good ones, and after each change of where they come from the last good ones.</summary>
internal sealed class PolicyStore : IDisposable
{
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(250);

    private readonly object _turn = new();
    private readonly IOptionsFactory<MtaStsOptions> _options;
    private readonly HostInstruments _instruments;
    private readonly ILogger<PolicyStore> _logger;
    private readonly ITimer _timer;
    private readonly List<IDisposable> _watches = [];
    private PolicyTable? _current;

    public PolicyStore(
        IOptionsFactory<MtaStsOptions> options, IEnumerable<IOptionsChangeTokenSource<MtaStsOptions>> sources, HostInstruments instruments, ILogger<PolicyStore> logger, TimeProvider clock)
    {
        (_options, _instruments, _logger) = (options, instruments, logger);
        _timer = clock.CreateTimer(_ => Reload(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // One change of a file is told several times, and the first time before all of it is written.
        foreach (var source in sources)
            _watches.Add(ChangeToken.OnChange(source.GetChangeToken, () => _timer.Change(Calm, Timeout.InfiniteTimeSpan)));
    }

    /// <exception cref="MtaStsConfigurationException">The first policies cannot be served.</exception>
    public PolicyTable Current => Volatile.Read(ref _current) ?? LoadFirst();

    public void Dispose()
    {
        _watches.ForEach(watch => watch.Dispose());
        _timer.Dispose();
    }

    private PolicyTable LoadFirst()
    {
        lock (_turn)
        {
            if (_current is null)
                Take(Read().Table!);
            return _current!;
        }
    }

    /// <summary>Reads anew. Whatever goes wrong, what was good before is served on.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Nothing that somebody writes into a configuration may stop what is served.")]
    internal void Reload()
    {
        lock (_turn)
        {
            if (_current is null)
                return;
            try
            {
                var table = Read().Table!;
                if (table.Policies.Count == 0 && _current.Policies.Count > 0)
                    throw new MtaStsConfigurationException("No policy is left, which is more likely a mistake than meant.");
                Take(table);
                _instruments.CountLoad("completed");
            }
            catch (Exception exception)
            {
                _instruments.CountLoad("refused");
                HostLog.ReloadRefused(_logger, _current.Policies.Count, exception.Message);
            }
        }
    }

    private PolicyReading Read()
    {
        var reading = PolicyReading.Of(_options.Create(Options.DefaultName));
        foreach (var finding in reading.Findings.Where(finding => finding.Finding.Severity == Severity.Warning))
            HostLog.PolicyWarning(_logger, finding.ToString());
        return reading.Table is null ? throw new MtaStsConfigurationException([.. reading.Findings.Where(finding => finding.IsError)]) : reading;
    }

    private void Take(PolicyTable table)
    {
        Volatile.Write(ref _current, table);
        _instruments.PolicyCount = table.Policies.Count;
        HostLog.PoliciesLoaded(_logger, table.Policies.Count);
    }
}
