using static MtaStsTools.Publishing.ProviderErrorKind;

namespace MtaStsTools.Publishing.Dns.ZoneFile;

/// <summary>The kind, the sentence and the remedy of what goes wrong with a zone file.</summary>
/// <param name="path">The zone's own file.</param>
internal sealed class ZoneFileErrors(string path)
{
    private readonly string _file = $"the zone file '{DisplayText.Sanitize(path)}'";

    public DnsProviderException Unreadable(MasterFileException exception) => new(
        MalformedAnswer,
        $"{(exception.Path is null ? Capital(_file) : $"The file '{DisplayText.Sanitize(exception.Path)}', which {_file} includes,")} cannot be understood: {exception.Message}.",
        "Check it with named-checkzone; where the file leaves the zone's name to the server's configuration, give the zone.",
        exception);

    /// <summary>What the file system says.</summary>
    public DnsProviderException FromFileSystem(Exception exception, bool mayHaveChanged = false) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => new(NotFound, $"{Capital(_file)} or a file that it includes is not there: {DisplayText.Sanitize(exception.Message)}", "Check the path, and the folder that $INCLUDE starts from.", exception) { MayHaveChanged = mayHaveChanged },
        UnauthorizedAccessException => new(Forbidden, $"{Capital(_file)} may not be read or replaced: {DisplayText.Sanitize(exception.Message)}", "Run as a user who may write the file and its folder, and who may give a file to its owner.", exception) { MayHaveChanged = mayHaveChanged },
        TimeoutException => new(ProviderErrorKind.Timeout, $"{Capital(_file)} is held by another publisher.", "Try again when it has ended.", exception),
        _ => new(Unavailable, $"{Capital(_file)} cannot be read or written: {DisplayText.Sanitize(exception.Message)}", "Check the disk and the folder.", exception) { MayHaveChanged = mayHaveChanged },
    };

    public DnsProviderException OtherZone(string zone, string found) => new(
        NotFound, $"{Capital(_file)} holds {found}, and not {zone}.", "Give the file of the zone, or leave out the zone.");

    public DnsProviderException NotInZone(string recordName, string zone) => new(
        NotFound, $"{recordName}: {_file} holds {zone}, and the name is not in it.", "Give the file of the zone that holds the name.");

    public DnsProviderException Delegated(string recordName, string zone, string cut) => new(
        NotFound, $"{recordName}: {zone} in {_file} delegates {cut}, which holds the name.", "Give the file of the deeper zone.");

    public DnsProviderException Changed(string recordName) => new(
        Conflict, $"{recordName}: {_file} has other records than when the change was planned; nothing was changed.", "Somebody else changed them at the same time: look at them, then plan again.");

    public DnsProviderException Edited(string recordName) => new(
        Conflict, $"{recordName}: {_file} was edited at the same time; nothing of the record was changed.", "Plan again.");

    public DnsProviderException Signed() => new(
        InvalidRequest, $"{Capital(_file)} is signed (it has RRSIG records), and a change would break the signatures.", "Give the file that it is signed from.");

    public DnsProviderException Journal(string journal) => new(
        InvalidRequest,
        $"{Capital(_file)} has a journal, '{DisplayText.Sanitize(journal)}': the server changes the zone itself, and an edit of the file would be lost or would break the zone.",
        "Send dynamic updates to the server in place of editing its file, or freeze the zone (rndc freeze), remove the journal (rndc sync -clean) and try again.");

    public DnsProviderException Generated(string recordName, int line) => new(
        InvalidRequest, $"{recordName}: {_file} makes the name by $GENERATE in line {line}, and such records cannot be changed one by one.", "Write the records out.");

    public DnsProviderException NotEditable(string recordName, ZoneEditException exception) => new(
        InvalidRequest, $"{recordName}: {_file} is not changed, since {exception.Message}.", "Make the change by hand.", exception);

    public DnsProviderException NotReloaded(string zone, Exception exception) => new(
        Unavailable, $"{zone}: {_file} is changed, but the server was not made to load it: {DisplayText.Sanitize(exception.Message)}", "Reload the zone by hand, for instance with rndc reload.", exception)
    { MayHaveChanged = true };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
