using Microsoft.Extensions.Options;

namespace MtaStsTools.Hosting;

/// <summary>Refuses options that cannot work, before anything is begun with them.</summary>
internal sealed class ClientOptionsCheck : IValidateOptions<MtaStsClientOptions>
{
    public ValidateOptionsResult Validate(string? name, MtaStsClientOptions options)
    {
        var failures = new List<string>(options.Problems);
        try
        {
            new DomainObserver(options.Observation).Dispose();
        }
        catch (ArgumentException exception)
        {
            failures.Add(exception.Message);
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
