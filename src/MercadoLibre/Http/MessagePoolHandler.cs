namespace MeliBot.MercadoLibre;

/// <summary>Every attempt of a call about messages waits for its turn in their pool.</summary>
internal sealed class MessagePoolHandler(MessagePools pools) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri?.AbsolutePath.Contains("/messages/", StringComparison.Ordinal) == true)
            await pools.AcquireAsync(CallContext.IsRead(request), cancellationToken);
        return await base.SendAsync(request, cancellationToken);
    }
}
