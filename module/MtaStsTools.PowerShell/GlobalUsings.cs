global using MtaStsTools.PowerShell.Completion;
global using MtaStsTools.PowerShell.Parameters;
global using MtaStsTools.PowerShell.Pipeline;
