namespace MtaStsTools.Publishing.RecordCode;

/// <summary>Strings and blocks of HCL, the language of Terraform and OpenTofu.</summary>
internal static class HclText
{
    public const string Owner = "A resource holds all TXT records of its name: add others that must stay.";

    /// <summary>A string in which no template begins.</summary>
    public static string Quoted(string text) => CodeText.Quoted(text).Replace("${", "$${").Replace("%{", "%%{");

    public static string Variable(string name, string type, string description) =>
        $"\nvariable \"{name}\" {{\n  type        = {type}\n  description = {Quoted(description)}\n}}\n";
}
