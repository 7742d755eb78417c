using System.Runtime.ExceptionServices;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>Calls that are made within a command of a session.</summary>
internal static class SessionCall
{
    public static async Task<T> RunAsync<T>(ModuleSession session, Func<Task<T>> call)
    {
        await Task.Yield();
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        session.Run("param($Work) Use-Provider $Work", (Func<CancellationToken, Task>)WorkAsync).ThrowIfFailed();
        failure?.Throw();
        return result!;

        async Task WorkAsync(CancellationToken stop)
        {
            try
            {
                result = await call().WaitAsync(stop);
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
