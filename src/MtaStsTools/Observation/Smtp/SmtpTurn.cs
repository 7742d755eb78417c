namespace MtaStsTools.Observation.Smtp;

/// <summary>A reply, or why there is none.</summary>
internal readonly record struct SmtpTurn(SmtpReply? Reply, SmtpOutcome Failure, string? Detail);
