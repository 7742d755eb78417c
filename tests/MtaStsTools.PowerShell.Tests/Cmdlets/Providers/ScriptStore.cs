namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Records that the script blocks of a test keep.</summary>
public sealed class ScriptStore
{
    /// <summary>The parameters of a provider over <c>$store</c>.</summary>
    public const string Parameters = """
        -Zone example.test -Read {
            if ($store.Alias) { @{ alias = $store.Alias } }
            foreach ($text in $store.Texts) { [pscustomobject]@{ Text = $text; Ttl = $store.Ttl } }
        } -Add {
            $store.Ttl = $_.Ttl
            $store.Texts.Add($_.Strings -join '')
        } -Remove {
            $text = $_.Text
            if (-not $store.Texts.Remove($text)) { throw "There is no $text." }
        }
        """;

    public IList<string> Texts { get; } = [];

    public TimeSpan Ttl { get; set; } = TimeSpan.FromMinutes(5);

    public string? Alias { get; set; }

    public void Write(IEnumerable<string> texts)
    {
        Texts.Clear();
        foreach (var text in texts)
            Texts.Add(text);
    }
}
