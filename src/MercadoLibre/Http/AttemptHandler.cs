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
        try
        {
            var response = await (CallContext.IsTransfer(request) ? _transferTimeout : _timeout).ExecuteAsync(
                static async (state, token) => await state.Handler.SendWholeAsync(state.Request, token),
                (Handler: this, Request: request),
                cancellationToken);
            span?.SetTag(MercadoLibreSpans.StatusTag, (int)response.StatusCode);
            return response;
        }
        catch (Exception e)
        {
            span.Failed(e);
            throw;
        }
    }

    private static ResiliencePipeline Within(TimeSpan limit, TimeProvider time) =>
        new ResiliencePipelineBuilder { TimeProvider = time }.AddTimeout(new TimeoutStrategyOptions { Timeout = limit }).Build();

    private async Task<HttpResponseMessage> SendWholeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(CallContext.IsTransfer(request) ? 2 * MessageFiles.MaxBytes : MaxBody, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
