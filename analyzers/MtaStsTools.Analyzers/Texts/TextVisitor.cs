using Microsoft.CodeAnalysis;

namespace MtaStsTools.Analyzers.Texts;

/// <summary>Takes what a <see cref="TextFinder"/> finds.</summary>
internal abstract class TextVisitor
{
    /// <summary>Whether texts with holes are looked for.</summary>
    public virtual bool SeesHoles => false;

    public abstract void Visit(FoundText found);

    public virtual void Visit(FoundPartialText found)
    {
    }

    /// <summary>A comment that names a grammar of ours, and not as it is named.</summary>
    public virtual void VisitMisspelt(LanguageComment comment, SyntaxTree tree, Action<Diagnostic> report)
    {
    }
}
