namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Keeps what a plugin was called with, and does it in the laboratory.</summary>
public sealed class PluginCalls(LabFixture lab, string domain)
{
    public IList<string> Calls { get; } = [];

    public void Call(string call)
    {
        Calls.Add(call);
        if (call.Split(' ', 3) is not [var verb, _, var rest])
            return;
        var text = rest.Split(" saved ")[0];
        var texts = lab.Lab.Txt(domain, "_mta-sts").Where(known => known != text);
        lab.Lab.SetTxt(domain, "_mta-sts", verb == "add" ? [.. texts, text] : [.. texts]);
    }
}
