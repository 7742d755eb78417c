using System.Globalization;
using MtaStsTools.Dns.Messages;

namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>
/// Works a change into the texts of a zone: each word that need not change stays as it is. What was written is read again, and every record must be what it
/// was, but for the change and the serial number; a record that took its name or time to live from one that is no longer before it gets its own.
/// </summary>
/// <param name="before">The zone.</param>
/// <param name="change">What to change; the records are those that it expects.</param>
/// <param name="serial">The new serial number.</param>
/// <param name="read">Reads the zone with these texts, by path, in place of the files.</param>
internal sealed class ZoneEditor(ZoneContent before, RecordChange change, uint serial, Func<IReadOnlyDictionary<string, string>, ZoneContent> read)
{
    private const int MaxRepairs = 16;

    private readonly WireName _name = WireName.FromText(change.RecordName);
    private readonly uint _ttl = (uint)change.Ttl.TotalSeconds;
    private readonly Dictionary<ZoneSource, List<TextEdit>> _edits = [];

    // What reading the new texts must give: each record of before that stays, with the value of one that changes, in order.
    private readonly List<(ZoneRecord? Record, TxtValue? Value)> _expected = [.. before.Records.Select(record => ((ZoneRecord?)record, (TxtValue?)null))];

    /// <summary>The new texts by path.</summary>
    /// <exception cref="ZoneEditException">The change cannot be made by a plain edit of one file.</exception>
    public IReadOnlyDictionary<string, string> Edit()
    {
        PlanRecords();
        Add(before.Soa.Source, TextEdit.Replace(before.Soa.Rdata[2], serial.ToString(CultureInfo.InvariantCulture)));
        var texts = _edits.ToDictionary(pair => pair.Key.Path, pair => TextEdit.Apply(pair.Key.Text, pair.Value), StringComparer.Ordinal);
        for (var round = 0; ; round++)
        {
            if (FindRepair(read(texts)) is not { } repair)
                return texts;
            if (round == MaxRepairs)
                throw new ZoneEditException("what follows the record cannot be kept as it is");
            texts[repair.Source.Path] = TextEdit.Apply(repair.Source.Text, [repair.Edit]);
        }
    }

    private void PlanRecords()
    {
        var own = before.Texts(_name);
        var stays = change.Remove.Where(change.Add.Contains).ToList();
        var removed = own.Where(record => change.Remove.Contains(record.Txt!) && !stays.Contains(record.Txt!)).ToList();
        var added = new Queue<TxtValue>(change.Add.Where(value => !stays.Contains(value)));
        if (removed.Select(record => record.Source).Distinct().Skip(1).Any())
            throw new ZoneEditException("the records to remove are in several files, which cannot be changed at once");

        foreach (var record in removed)
        {
            if (added.Count > 0)
                Replace(record, added.Dequeue());
            else
                Delete(record);
        }

        foreach (var record in own.Where(record => !removed.Contains(record)))
            SetTtl(record);
        if (added.Count > 0)
            Insert(own.Count > 0 ? own[own.Count - 1] : null, added);
    }

    private void Replace(ZoneRecord record, TxtValue value)
    {
        Add(record.Source, TextEdit.Replace(record.Rdata[0], MasterFileTxt.Format(value)));
        foreach (var word in record.Rdata.Skip(1))
            Add(record.Source, TextEdit.Replace(word, ""));
        SetTtl(record);
        _expected[_expected.FindIndex(expected => expected.Record == record)] = (record, value);
    }

    private void Delete(ZoneRecord record)
    {
        Add(record.Source, new TextEdit { Start = record.Entry.Start, End = record.Entry.End, Text = "" });
        _expected.RemoveAll(expected => expected.Record == record);
    }

    private void SetTtl(ZoneRecord record)
    {
        if (record.Ttl != _ttl)
            Add(record.Source, TtlEdit(record, _ttl));
    }

    private static TextEdit TtlEdit(ZoneRecord record, uint ttl) =>
        record.TtlToken is { } word ? TextEdit.Replace(word, Seconds(ttl)) : TextEdit.Insert(record.TypeToken.Offset, Seconds(ttl) + " ");

    /// <summary>New lines behind the last record of the name, or at the end of the zone's own file.</summary>
    private void Insert(ZoneRecord? last, IEnumerable<TxtValue> values)
    {
        var source = last?.Source ?? before.Sources[0];
        var at = last?.Entry.End ?? source.Text.Length;
        var newLine = source.Text.Contains("\r\n") ? "\r\n" : "\n";
        var owner = last?.OwnerToken?.Raw ?? (last is null ? $"{_name}." : MasterFileText.WriteName(_name, last.Origin));
        var lines = string.Concat(values.Select(value => $"{owner}\t{Seconds(_ttl)}\tIN\tTXT\t{MasterFileTxt.Format(value)}{newLine}"));
        Add(source, TextEdit.Insert(at, at > 0 && source.Text[at - 1] is not ('\n' or '\r') ? newLine + lines : lines));
        _expected.InsertRange(last is null ? _expected.Count : _expected.FindIndex(expected => expected.Record == last) + 1, values.Select(value => ((ZoneRecord?)null, (TxtValue?)value)));
    }

    private void Add(ZoneSource source, TextEdit edit)
    {
        if (source.Uses > 1)
            throw new ZoneEditException($"'{DisplayText.Sanitize(source.Path)}' is included {source.Uses.ToString(CultureInfo.InvariantCulture)} times, and an edit would show in each place");
        if (!_edits.TryGetValue(source, out var edits))
            _edits.Add(source, edits = []);
        edits.Add(edit);
    }

    /// <summary>The first record that has lost its name or its time to live, and the words that give them back; null where all is as expected.</summary>
    private (ZoneSource Source, TextEdit Edit)? FindRepair(ZoneContent after)
    {
        if (after.Records.Count != _expected.Count)
            throw new ZoneEditException("another number of records would be left than there should be");
        for (var i = 0; i < _expected.Count; i++)
        {
            var record = after.Records[i];
            var (original, value) = _expected[i];
            var isOwn = value is not null || (original!.Txt is not null && original.Owner.Equals(_name));
            var owner = original?.Owner ?? _name;
            if (!(value is not null ? value.Equals(record.Txt) : HasSameData(record, original!)))
                throw new ZoneEditException($"line {record.Entry.Line.ToString(CultureInfo.InvariantCulture)} would mean another record than before");
            if (!record.Owner.Equals(owner))
                return (record.Source, TextEdit.Insert(record.Entry.Start, MasterFileText.WriteName(owner, record.Origin)));
            var ttl = isOwn && record.IsInternet ? _ttl : original!.Ttl;
            if (record.Ttl != ttl)
                return (record.Source, TtlEdit(record, ttl));
        }

        return null;
    }

    private bool HasSameData(ZoneRecord record, ZoneRecord original) => original != before.Soa
        ? record.HasSameData(original)
        : record.Type == original.Type
            && record.Origin.Equals(original.Origin)
            && record.Rdata.Select((word, index) => index == 2 ? "" : word.Raw).SequenceEqual(original.Rdata.Select((word, index) => index == 2 ? "" : word.Raw), StringComparer.Ordinal)
            && record.Rdata[2].Raw == Seconds(serial);

    private static string Seconds(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
