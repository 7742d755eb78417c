using MtaStsTools.Publishing;

namespace MtaStsTools;

/// <summary>A step of a plan failed, and the steps behind it were not begun. <see cref="Result"/> tells the state of each.</summary>
public sealed class ChangeFailedException : Exception
{
    /// <summary>The failure that left a plan in the state of <paramref name="result"/>.</summary>
    public ChangeFailedException(ChangeResult result, ProviderException cause)
        : base(cause.Message, cause) => (Result, Cause) = (result, cause);

    /// <summary>What each step came to.</summary>
    public ChangeResult Result { get; }

    /// <summary>Why the step failed.</summary>
    public ProviderException Cause { get; }
}
