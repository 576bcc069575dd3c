using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace MeliBot.MercadoLibre;

/// <summary>Repeats failed reads with growing, jittered pauses. A write doesn't even enter the retrying pipeline.</summary>
internal sealed class ReadRetryHandler : DelegatingHandler
{
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public ReadRetryHandler(IOptions<MercadoLibreOptions> options, TimeProvider time, Jitter jitter)
    {
        var settings = options.Value;
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (settings.ReadRetries > 0)
        {
            builder.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = settings.ReadRetries,
                Delay = settings.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = jitter.Next,
                MaxDelay = settings.LongestRetryAfter,
                ShouldRetryAfterHeader = false,
                ShouldHandle = args => ValueTask.FromResult(IsTransient(args.Outcome, settings, time, args.Context.CancellationToken)),
                DelayGenerator = args => ValueTask.FromResult(
                    args.Outcome.Result is { } response && RetryAfter.Read(response, time) is { Ticks: > 0 } said
                        ? said + (settings.RetryDelay * jitter.Next())
                        : (TimeSpan?)null),
            });
        }

        _pipeline = builder.Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!CallContext.IsRead(request))
            return await base.SendAsync(request, cancellationToken);

        return await _pipeline.ExecuteAsync(
            static async (state, token) => await state.Handler.SendOnceAsync(state.Request, token),
            (Handler: this, Request: request),
            cancellationToken);
    }

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome, MercadoLibreOptions settings, TimeProvider time, CancellationToken callers)
    {
        if (callers.IsCancellationRequested)
            return false;
        if (outcome.Exception is { } exception)
            return exception is HttpRequestException or IOException or TimeoutRejectedException or OperationCanceledException;
        return outcome.Result is { } response
            && (int)response.StatusCode is 408 or 425 or 429 or 499 or >= 500 or 403
            && ((int)response.StatusCode != 403 || ResponseErrors.IsHtml(response))
            && !(RetryAfter.Read(response, time) > settings.LongestRetryAfter);
    }
}

/// <summary>The one source of chance in this client; replace it to repeat a run.</summary>
public sealed class Jitter(Random random)
{
    private readonly Lock _lock = new();

    public double Next()
    {
        lock (_lock)
            return random.NextDouble();
    }
}
