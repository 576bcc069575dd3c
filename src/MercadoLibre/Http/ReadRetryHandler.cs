using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace MeliBot.MercadoLibre;

/// <summary>Repeats failed reads with growing, jittered pauses. A write doesn't even enter the retrying pipeline.</summary>
internal sealed class ReadRetryHandler : DelegatingHandler
{
    private readonly MercadoLibreOptions _settings;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public ReadRetryHandler(IOptions<MercadoLibreOptions> options, TimeProvider time, Jitter jitter)
    {
        (_settings, _time) = (options.Value, time);
        var settings = _settings;
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

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        CallContext.IsRead(request) ? ReadAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    /// <summary>What goes well the first time, nearly everything, never enters the pipeline; it is handed the first outcome where that isn't so.</summary>
    private async Task<HttpResponseMessage> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Outcome<HttpResponseMessage> first;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            first = Outcome.FromResult(response);
            if (!IsTransient(first, _settings, _time, cancellationToken))
                return response;
        }
        catch (Exception e)
        {
            first = Outcome.FromException<HttpResponseMessage>(e);
        }

        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            var last = await _pipeline.ExecuteOutcomeAsync(
                static (context, attempts) => attempts.NextAsync(context.CancellationToken),
                context,
                new Attempts(this, request, first));
            last.ThrowIfException();
            return last.Result!;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<HttpResponseMessage>> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Outcome.FromResult(await base.SendAsync(request, cancellationToken));
        }
        catch (Exception e)
        {
            return Outcome.FromException<HttpResponseMessage>(e);
        }
    }

    private sealed class Attempts(ReadRetryHandler handler, HttpRequestMessage request, Outcome<HttpResponseMessage> first)
    {
        private bool _begun;

        public ValueTask<Outcome<HttpResponseMessage>> NextAsync(CancellationToken cancellationToken)
        {
            if (_begun)
                return handler.AttemptAsync(request, cancellationToken);
            _begun = true;
            return ValueTask.FromResult(first);
        }
    }

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
