using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace MeliBot.MercadoLibre;

/// <summary>Bounds one attempt, its body included, in time and size.</summary>
internal sealed class AttemptHandler : DelegatingHandler
{
    /// <summary>The largest answers known (items with a hundred variations) are far below.</summary>
    private const int MaxBody = 16 * 1024 * 1024;

    private readonly ResiliencePipeline _timeout;
    private readonly ResiliencePipeline _transferTimeout;

    public AttemptHandler(IOptions<MercadoLibreOptions> options, TimeProvider time)
    {
        _timeout = Within(options.Value.AttemptTimeout, time);
        _transferTimeout = Within(options.Value.TransferTimeout, time);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var span = MercadoLibreSpans.Start(request);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        // Outcomes, not exceptions, go through Polly: a call has enough layers to pass.
        var outcome = await (CallContext.IsTransfer(request) ? _transferTimeout : _timeout).ExecuteOutcomeAsync(
            static (context, state) => state.Handler.SendWholeAsync(state.Request, context.CancellationToken),
            context,
            (Handler: this, Request: request));
        ResilienceContextPool.Shared.Return(context);
        if (outcome.Exception is { } failure)
            span.Failed(failure);
        else
            span?.SetTag(MercadoLibreSpans.StatusTag, (int)outcome.Result!.StatusCode);
        outcome.ThrowIfException();
        return outcome.Result!;
    }

    private static ResiliencePipeline Within(TimeSpan limit, TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(new TimeoutStrategyOptions { Timeout = limit }).Build();

    private async ValueTask<Outcome<HttpResponseMessage>> SendWholeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(CallContext.IsTransfer(request) ? 2 * MessageFiles.MaxBytes : MaxBody, cancellationToken);
            return Outcome.FromResult(response);
        }
        catch (Exception e)
        {
            response?.Dispose();
            return Outcome.FromException<HttpResponseMessage>(e);
        }
    }
}
