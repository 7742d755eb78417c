namespace MtaStsTools.Publishing.Http;

/// <summary>An answer is not what the API documents. The message goes on from "an answer that", and quotes nothing of it.</summary>
internal sealed class ApiJsonException(string message) : Exception(message);
