using Polly;
using Polly.Retry;

namespace MtaStsTools.Publishing.Http;

/// <summary>Sends a request again where that may help and does no harm, after pauses that grow, or that the service asks for.</summary>
internal static class ApiRetry
{
    public static ResiliencePipeline<ApiAttempt> Create(HttpApiOptions options)
    {
        if (options.Retries == 0)
            return ResiliencePipeline<ApiAttempt>.Empty;
        return new ResiliencePipelineBuilder<ApiAttempt> { TimeProvider = options.TimeProvider }
            .AddRetry(new RetryStrategyOptions<ApiAttempt>
            {
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.FirstPause,
                MaxDelay = options.LongestPause,
                ShouldHandle = attempt => new ValueTask<bool>(attempt.Outcome.Result is { CanRepeat: true } result && !(result.Answer?.RetryAfter > options.LongestPause)),
                DelayGenerator = attempt => new ValueTask<TimeSpan?>(attempt.Outcome.Result?.Answer?.RetryAfter),
            })
            .Build();
    }
}
