namespace MtaStsTools.Observation.Https;

/// <summary>What a server sent is no HTTP answer that can be used; the message is safe to display.</summary>
internal sealed class HttpAnswerException(string message) : Exception(message);
