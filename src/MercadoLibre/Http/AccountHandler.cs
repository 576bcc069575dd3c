namespace MeliBot.MercadoLibre;

/// <summary>Says whose call it is and hands it to the shared pipeline, which the factory renews from time to time.</summary>
internal sealed class AccountHandler(long account, CallKind kind, IHttpMessageHandlerFactory pipelines) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext.Set(request, account, kind);
        using var pipeline = new HttpMessageInvoker(pipelines.CreateHandler(MercadoLibreClient.PipelineName), disposeHandler: false);
        return await pipeline.SendAsync(request, cancellationToken);
    }
}
