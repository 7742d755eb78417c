namespace MtaStsTools.Grammar.Policy;

/// <summary>The names of the modes; case matters.</summary>
internal static class PolicyModes
{
    public static PolicyMode Read(ReadOnlySpan<char> name) =>
        name.SequenceEqual("enforce".AsSpan()) ? PolicyMode.Enforce
        : name.SequenceEqual("testing".AsSpan()) ? PolicyMode.Testing
        : name.SequenceEqual("none".AsSpan()) ? PolicyMode.None
        : PolicyMode.Unknown;
}
