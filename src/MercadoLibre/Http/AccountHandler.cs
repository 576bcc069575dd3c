namespace MeliBot.MercadoLibre;

/// <summary>Says whose call it is and hands it to the shared pipeline, which the factory renews from time to time.</summary>
internal sealed class AccountHandler(long account, CallKind kind, IHttpMessageHandlerFactory pipelines) : HttpMessageHandler
{
    private readonly CallContext _context = new(account, kind);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CallContext.Set(request, _context);
        // The factory's own, so there is nothing to dispose of.
        return new HttpMessageInvoker(pipelines.CreateHandler(MercadoLibreClient.PipelineName), disposeHandler: false).SendAsync(request, cancellationToken);
    }
}
