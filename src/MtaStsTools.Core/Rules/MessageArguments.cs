namespace MtaStsTools;

/// <summary>What a finding's message was made of, safe to display. The message says it all, so two findings differ by their messages and not by these.</summary>
internal readonly struct MessageArguments(object?[] values) : IEquatable<MessageArguments>
{
    /// <summary>The values, in the order of the rule's format.</summary>
    public object?[] Values => values ?? [];

    public bool Equals(MessageArguments other) => true;

    public override bool Equals(object? obj) => obj is MessageArguments;

    public override int GetHashCode() => 0;
}
