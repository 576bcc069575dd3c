namespace MeliBot.MercadoLibre;

/// <summary>Every attempt of a call about messages waits for its turn in their pool.</summary>
internal sealed class MessagePoolHandler(MessagePools pools) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri?.AbsolutePath.Contains("/messages/", StringComparison.Ordinal) == true
            ? SendInTurnAsync(request, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> SendInTurnAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await pools.AcquireAsync(CallContext.IsRead(request), cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
