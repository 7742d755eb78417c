using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using MtaStsTools.Dns.Messages;
using MtaStsTools.Net;
using MtaStsTools.Publishing.Dns.ZoneFile;

namespace MtaStsTools.Publishing.Dns;

/// <summary>
/// Reads and changes records in a zone's master file (RFC 1035 §5), and in the files that it includes. Every word that need not change stays as it is; the
/// serial number goes up; the new file takes the place of the old one as a whole. Other publishers are held off by a lock, and an edit by others since reading
/// is a conflict. A zone whose server changes it itself (dynamic updates, signatures in the file) is refused.
/// </summary>
public sealed class ZoneFileProvider : IDnsRecordProvider
{
    private readonly ZoneFileOptions _options;
    private readonly WireName? _zone;
    private readonly string _path;
    private readonly ZoneFileErrors _errors;

    /// <summary>A provider for one file.</summary>
    /// <exception cref="ArgumentException">The path is empty, or the zone is not a domain name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time limit cannot be.</exception>
    public ZoneFileProvider(ZoneFileOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Path))
            throw new ArgumentException("Give the path of a zone file.", nameof(options));
        NetworkChecks.CheckTimeout(options.LockTimeout, nameof(options.LockTimeout));
        _options = options;
        _zone = options.Zone is null ? null : WireName.FromText(options.Zone);
        _path = Path.GetFullPath(options.Path);
        _errors = new ZoneFileErrors(_path);
    }

    /// <inheritdoc/>
    public string Description => $"zone file {DisplayText.Sanitize(_path)}";

    /// <inheritdoc/>
    public DnsProviderCapabilities Capabilities { get; } = new() { IsGuarded = true, IsAtomic = true, ReadsAtSource = true };

    /// <inheritdoc/>
    public Task<string> FindZoneAsync(string recordName, CancellationToken cancellationToken) =>
        Task.FromResult(Find(recordName, cancellationToken).Zone.ToString());

    /// <inheritdoc/>
    public Task<TxtRecordSet> ReadTxtAsync(string zone, string recordName, CancellationToken cancellationToken)
    {
        var content = Find(recordName, cancellationToken);
        var name = WireName.FromText(recordName);
        var texts = content.Texts(name);
        return Task.FromResult(new TxtRecordSet
        {
            RecordName = recordName,
            Values = [.. texts.Select(record => record.Txt!).Distinct()],
            Ttl = texts.Count > 0 ? TimeSpan.FromSeconds(texts[0].Ttl) : null,
            Alias = Alias(content, name),
        });
    }

    /// <inheritdoc/>
    /// <remarks>Where the serial number stands in another file than the record, it is written first: a change that breaks off between leaves a higher serial and nothing else.</remarks>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever the reload throws, the file is changed, and the caller must hear so.")]
    public async Task ApplyAsync(RecordChange change, CancellationToken cancellationToken)
    {
        using (await LockAsync(cancellationToken).ConfigureAwait(false))
            Edit(change, cancellationToken);
        if (_options.Reload is not { } reload)
            return;
        try
        {
            await reload(change.Zone, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw _errors.NotReloaded(change.Zone, exception);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ZoneNameServer>> GetNameServersAsync(string zone, CancellationToken cancellationToken)
    {
        var content = Load(cancellationToken);
        var names = content.At(content.Zone).Where(record => record is { Type: "NS", Rdata.Count: 1 })
            .Select(record => MasterFileText.ReadName(record.Rdata[0].Raw, record.Origin)).OfType<WireName>().Where(name => !name.IsRoot).Distinct();
        return Task.FromResult<IReadOnlyList<ZoneNameServer>>([.. names.Select(name => new ZoneNameServer { Name = name.ToString(), Addresses = Addresses(content, name) })]);
    }

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;

    private static IReadOnlyList<IPAddress> Addresses(ZoneContent content, WireName host) =>
        [.. content.At(host).Where(record => record is { Type: "A" or "AAAA", Rdata.Count: 1 }).Select(record => IPAddress.TryParse(record.Rdata[0].Raw, out var address) ? address : null).OfType<IPAddress>()];

    private static string? Alias(ZoneContent content, WireName name) =>
        content.Alias(name) is { Rdata.Count: 1 } record && MasterFileText.ReadName(record.Rdata[0].Raw, record.Origin) is { } target ? target.ToString() : null;

    private async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ZoneFileStore.LockAsync(ZoneFileStore.Resolve(_path), _options.LockTimeout, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or TimeoutException)
        {
            throw _errors.FromFileSystem(exception);
        }
    }

    private void Edit(RecordChange change, CancellationToken cancellationToken)
    {
        var content = Find(change.RecordName, cancellationToken);
        Check(content, change);
        var texts = Rewrite(content, change);
        cancellationToken.ThrowIfCancellationRequested();
        var begun = false;
        try
        {
            foreach (var source in content.Sources.Where(source => texts.ContainsKey(source.Path)).OrderBy(source => source != content.Soa.Source))
            {
                if (!ZoneFileStore.Replace(source, texts[source.Path]))
                    throw _errors.Edited(change.RecordName);
                begun = true;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw _errors.FromFileSystem(exception, mayHaveChanged: begun);
        }
    }

    private void Check(ZoneContent content, RecordChange change)
    {
        var name = WireName.FromText(change.RecordName);
        if (content.Alias(name) is not null || !new HashSet<TxtValue>(content.Texts(name).Select(record => record.Txt!)).SetEquals(change.Expected))
            throw _errors.Changed(change.RecordName);
        if (content.IsSigned)
            throw _errors.Signed();
        if (content.Generated.FirstOrDefault(names => names.MayBe(name)) is { } generated)
            throw _errors.Generated(change.RecordName, generated.Line);
        var journal = content.Sources[0].Path + ".jnl";
        if (!_options.IgnoreJournal && File.Exists(journal))
            throw _errors.Journal(journal);
    }

    private IReadOnlyDictionary<string, string> Rewrite(ZoneContent content, RecordChange change)
    {
        if (!uint.TryParse(content.Soa.Rdata[2].Raw, NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
            throw _errors.Unreadable(new MasterFileException(content.Soa.Entry.Line, "the serial number of the SOA record is no number"));
        var next = ZoneSerial.Next(serial, _options.SerialStyle, _options.TimeProvider.GetUtcNow());
        try
        {
            return new ZoneEditor(content, change, next, texts => Reader(name => Reread(content, texts, name)).Read()).Edit();
        }
        catch (ZoneEditException exception)
        {
            throw _errors.NotEditable(change.RecordName, exception);
        }
        catch (MasterFileException exception)
        {
            throw _errors.NotEditable(change.RecordName, new ZoneEditException($"the new file could not be read: {exception.Message}"));
        }
    }

    private ZoneSource Reread(ZoneContent content, IReadOnlyDictionary<string, string> texts, string name)
    {
        var path = PathOf(name);
        return new ZoneSource(path, texts.TryGetValue(path, out var text) ? text : content.Sources.First(source => string.Equals(source.Path, path, StringComparison.Ordinal)).Text);
    }

    private ZoneContent Find(string recordName, CancellationToken cancellationToken)
    {
        var name = WireName.FromText(recordName);
        var content = Load(cancellationToken);
        if (!name.IsAtOrBelow(content.Zone))
            throw _errors.NotInZone(recordName, content.Zone.ToString());
        return content.CutAbove(name) is { } cut ? throw _errors.Delegated(recordName, content.Zone.ToString(), cut.ToString()) : content;
    }

    private ZoneContent Load(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var content = Reader(name => ZoneFileStore.Read(PathOf(name))).Read();
            return _zone is null || content.Zone.Equals(_zone) ? content : throw _errors.OtherZone(_zone.ToString(), content.Zone.ToString());
        }
        catch (MasterFileException exception)
        {
            throw _errors.Unreadable(exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw _errors.FromFileSystem(exception);
        }
    }

    private ZoneReader Reader(Func<string, ZoneSource> load) => new(load, _path, _zone);

    private string PathOf(string name) => ZoneFileStore.Resolve(Path.Combine(_options.IncludeFolder ?? Path.GetDirectoryName(_path)!, name));
}
