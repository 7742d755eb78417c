namespace MtaStsTools.Analyzers.Texts;

/// <summary>Which grammar a string is meant for.</summary>
internal enum TextSyntax
{
    None,
    Policy,
    Record,
    TlsRpt,
    DomainName,
}
