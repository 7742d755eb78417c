using MtaStsTools.Lab;

return await LabCommand.RunAsync(args);
