using System.Management.Automation;
using System.Management.Automation.Language;
using Markdig.Syntax;

namespace MtaStsTools.Help;

/// <summary>Something that is missing in the sources of help, or wrong.</summary>
internal sealed record HelpProblem(string File, int Line, string Id, string Message);
