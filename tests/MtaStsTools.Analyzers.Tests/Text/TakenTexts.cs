using MtaStsTools.Analyzers.Texts;

namespace MtaStsTools.Analyzers.Tests.Text;

/// <summary>Sources that give a text to what takes it.</summary>
internal static class TakenTexts
{
    /// <summary>A method for each kind of text.</summary>
    public const string Takers = """
        using System;
        using System.Diagnostics.CodeAnalysis;

        static class Take
        {
            public static void Policy([StringSyntax("MtaStsPolicy")] string text) { }
            public static void Record([StringSyntax("MtaStsRecord")] string text) { }
            public static void TlsRpt([StringSyntax("TlsRptRecord")] string text) { }
            public static void Utf8Policy([StringSyntax("MtaStsPolicy")] ReadOnlySpan<byte> text) { }
            public static void Utf8Record([StringSyntax("MtaStsRecord")] ReadOnlySpan<byte> text) { }
            public static void Utf8TlsRpt([StringSyntax("TlsRptRecord")] ReadOnlySpan<byte> text) { }
        }
        """;

    /// <summary>What stands before the text in the source of class <c>C</c> and its number.</summary>
    public static string Prefix(int index, TextSyntax syntax, string way) => $"class C{index} {{ void M() => Take.{(way == "UTF-8" ? "Utf8" : "")}{syntax}(";

    /// <summary>What stands behind it.</summary>
    public const string Suffix = "); }";
}
