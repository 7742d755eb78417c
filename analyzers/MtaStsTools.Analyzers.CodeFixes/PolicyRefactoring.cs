using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;
using MtaStsTools.Grammar;
using MtaStsTools.Grammar.Policy;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>The two rewritings of a policy's text that are offered and never asked for.</summary>
internal static class PolicyRefactoring
{
    /// <summary>
    /// Adds the text as a file of the project, and says beside the string that it is the same: from then on the compiler
    /// holds the two together. The program does as before.
    /// </summary>
    public static Solution ExtractToFile(Document document, SyntaxNode root, ExpressionSyntax expression, string text)
    {
        var name = FreeName(document.Project);
        var statement = expression.AncestorsAndSelf().First(node => node is StatementSyntax or MemberDeclarationSyntax);
        var simple = IsSubjectOf(statement, expression);
        SyntaxNode commented;
        if (simple)
        {
            var newLine = SyntaxFactory.ElasticEndOfLine(root.SyntaxTree.GetText().Lines[0] is var line && line.EndIncludingLineBreak - line.End == 2 ? "\r\n" : "\n");
            var leading = statement.GetLeadingTrivia();
            var indentation = leading.Count > 0 && leading[leading.Count - 1] is { RawKind: (int)SyntaxKind.WhitespaceTrivia } space ? SyntaxFactory.TriviaList(space) : SyntaxFactory.TriviaList();
            commented = statement.WithLeadingTrivia(leading.Add(SyntaxFactory.Comment($"// lang=mta-sts-policy file={name}")).Add(newLine).AddRange(indentation));
            root = root.ReplaceNode(statement, commented);
        }
        else
        {
            commented = expression.WithLeadingTrivia(expression.GetLeadingTrivia().Add(SyntaxFactory.Comment($"/* lang=mta-sts-policy file={name} */")).Add(SyntaxFactory.Space));
            root = root.ReplaceNode(expression, commented);
        }

        var solution = document.WithSyntaxRoot(root).Project.Solution;
        var wire = text.Replace("\r\n", "\n").TrimEnd('\n').Replace("\n", "\r\n") + "\r\n";
        return solution.AddAdditionalDocument(DocumentId.CreateNewId(document.Project.Id), name, SourceText.From(wire, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), filePath: PathBeside(document.Project, name));
    }

    /// <summary><c>new MtaStsPolicy { … }</c> with the same values.</summary>
    public static ExpressionSyntax? ToTypedForm(string text)
    {
        var grammar = new PolicyGrammar(text.AsSpan(), PolicyAdvice.Default, stackalloc PolicyField[PolicyGrammar.Room]);
        grammar.Read();
        if (grammar.HasError)
            return null;
        var mx = new List<string>();
        var extensions = new List<string>();
        foreach (var field in grammar.Fields)
        {
            if (field is { Kind: PolicyFieldKind.Mx, IsValid: true })
                mx.Add(Literal(field.Value(text.AsSpan()).ToString()));
            else if (field is { Kind: PolicyFieldKind.Extension, IsValid: true })
                extensions.Add($"new global::MtaStsTools.Extension({Literal(field.Name(text.AsSpan()).ToString())}, {Literal(field.Value(text.AsSpan()).ToString())})");
        }

        var seconds = grammar.MaxAgeSeconds.GetValueOrDefault();
        var age = seconds % 86_400 == 0 && seconds > 0 ? $"FromDays({seconds / 86_400})" : $"FromSeconds({seconds})";
        var source = $"new global::MtaStsTools.MtaStsPolicy {{ Mode = global::MtaStsTools.MtaStsMode.{grammar.ModeValue}, MaxAge = global::System.TimeSpan.{age}"
            + (mx.Count > 0 ? $", Mx = [{string.Join(", ", mx)}]" : "")
            + (extensions.Count > 0 ? $", Extensions = [{string.Join(", ", extensions)}]" : "") + " }";
        var typed = SyntaxFactory.ParseExpression(source);
        return typed.ReplaceNodes(
            typed.DescendantNodes().Where(node => node is QualifiedNameSyntax or AliasQualifiedNameSyntax or MemberAccessExpressionSyntax),
            (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation));
    }

    private static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    private static bool IsSubjectOf(SyntaxNode statement, ExpressionSyntax expression) => statement switch
    {
        LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] } => variable.Initializer?.Value == expression,
        FieldDeclarationSyntax { Declaration.Variables: [var variable] } => variable.Initializer?.Value == expression,
        PropertyDeclarationSyntax property => property.Initializer?.Value == expression || property.ExpressionBody?.Expression == expression,
        _ => false,
    };

    private static string FreeName(Project project)
    {
        var taken = new HashSet<string>(project.AdditionalDocuments.Select(file => file.Name), StringComparer.OrdinalIgnoreCase);
        if (!taken.Contains(WellKnownNames.PolicyFile))
            return WellKnownNames.PolicyFile;
        var number = 2;
        while (taken.Contains($"policy{number}.{WellKnownNames.PolicyFile}"))
            number++;
        return $"policy{number}.{WellKnownNames.PolicyFile}";
    }

    private static string? PathBeside(Project project, string name)
    {
        if (project.FilePath is not { } path)
            return null;
        return path.Substring(0, path.LastIndexOfAny(['/', '\\']) + 1) + name;
    }
}
