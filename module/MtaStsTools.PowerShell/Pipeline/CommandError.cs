using System.Management.Automation;

namespace MtaStsTools.PowerShell.Pipeline;

/// <summary>The one place where error records are made, so that ids and categories stay the contracts they are.</summary>
internal static class CommandError
{
    private const int LongestMessage = 2000;

    /// <summary>An error record.</summary>
    /// <param name="errorId">The stable id that scripts may test. The engine adds the cmdlet's name.</param>
    /// <param name="category">The kind of failure.</param>
    /// <param name="message">One sentence: what is wrong, with the value in it.</param>
    /// <param name="targetObject">The user's value that the failure is about.</param>
    /// <param name="recommendedAction">One sentence: what to do about it.</param>
    /// <param name="cause">The exception behind it, if there is one.</param>
    public static ErrorRecord Create(
        string errorId, ErrorCategory category, string message, object? targetObject, string recommendedAction, Exception? cause = null)
    {
        var safe = DisplayText.Sanitize(message, LongestMessage);
        return new ErrorRecord(cause ?? new InvalidOperationException(safe), errorId, category, targetObject)
        {
            ErrorDetails = new ErrorDetails(safe) { RecommendedAction = DisplayText.Sanitize(recommendedAction, LongestMessage) },
        };
    }

    /// <summary>The record of an exception: its own where it carries one, otherwise by its type.</summary>
    public static ErrorRecord From(Exception exception, object? targetObject)
    {
        if (exception is IContainsErrorRecord carrier)
            return carrier.ErrorRecord;

        var (errorId, category, advice) = Classify(exception);
        return Create(errorId, category, Sentence(exception), targetObject, advice, exception);
    }

    /// <summary>What an exception says, without the parameter of a method of ours that .NET names behind it.</summary>
    public static string Sentence(Exception exception)
    {
        if (exception is not ArgumentException { ParamName: { } name })
            return exception.Message;
        var end = exception.Message.IndexOf($" (Parameter '{name}')", StringComparison.Ordinal);
        if (end < 0)
            end = exception.Message.IndexOf($"{Environment.NewLine}Parameter name: {name}", StringComparison.Ordinal);
        return end < 0 ? exception.Message : exception.Message.Substring(0, end);
    }

    private static (string ErrorId, ErrorCategory Category, string Advice) Classify(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => ("PathNotFound", ErrorCategory.ObjectNotFound, "Check the path."),
        UnauthorizedAccessException => ("AccessDenied", ErrorCategory.PermissionDenied, "Check the permissions of the file and its folder."),
        IOException => ("InputOutputError", ErrorCategory.ReadError, "Check that the file or connection is available, and try again."),
        TimeoutException or OperationCanceledException => ("TimedOut", ErrorCategory.OperationTimeout, "Try again, or allow more time with -TimeoutSec."),
        ArgumentException or FormatException => ("InvalidArgument", ErrorCategory.InvalidArgument, "Correct the value and run the command again."),
        _ => ("UnexpectedError", ErrorCategory.NotSpecified, "Run the command again with -Verbose, and report the output if the failure persists."),
    };
}
