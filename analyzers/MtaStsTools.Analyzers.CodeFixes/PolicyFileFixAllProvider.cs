using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MtaStsTools.Analyzers.CodeFixes;

/// <summary>Fixes all policy files of a project or solution; the framework's own provider knows source documents only.</summary>
internal sealed class PolicyFileFixAllProvider : FixAllProvider
{
    public static readonly PolicyFileFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Fix all policy files", token => FixAsync(fixAllContext, token), equivalenceKey: nameof(PolicyFileFixAllProvider)));

    private static async Task<Solution> FixAsync(FixAllContext context, CancellationToken cancellationToken)
    {
        var solution = context.Solution;
        foreach (var project in context.Scope == FixAllScope.Solution ? solution.Projects : [context.Project])
        {
            var diagnostics = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (var file in project.AdditionalDocuments)
            {
                var own = diagnostics.Where(diagnostic => diagnostic.Location.GetLineSpan().Path == file.FilePath).ToImmutableArray();
                if (!own.IsEmpty && await PolicyFileCodeFixProvider.FixAsync(file, own, cancellationToken).ConfigureAwait(false) is { } corrected)
                    solution = solution.WithAdditionalDocumentText(file.Id, corrected);
            }
        }

        return solution;
    }
}
