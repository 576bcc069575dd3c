using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Refit;

namespace MeliBot.MercadoLibre;

internal sealed class MercadoLibreClient(IHttpMessageHandlerFactory pipelines, IOptions<MercadoLibreOptions> options) : IMercadoLibreClient
{
    public const string PipelineName = "MeliBot.MercadoLibre";

    private readonly ConcurrentDictionary<(long, CallKind), AccountClient> _clients = [];

    public AccountClient For(long account, CallKind kind = CallKind.Conversation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(account);
        return _clients.GetOrAdd((account, kind), static (key, self) => self.Create(key.Item1, key.Item2), this);
    }

    public ApplicationClient ForApplication(CallKind kind = CallKind.Sweep) =>
        options.Value.Application.OwnerAccount is { } owner
            ? new ApplicationClient(For(owner, kind))
            : throw new InvalidOperationException(
                "Missed feeds and the application's own state need the token of the application's owner. Link that account and set MercadoLibre:Application:OwnerAccount to its user id.");

    private AccountClient Create(long account, CallKind kind)
    {
        // The pipeline bounds each attempt; a limit around all of them would cut retries and the budget's waiting short.
        var http = new HttpClient(new AccountHandler(account, kind, pipelines), disposeHandler: true)
        {
            BaseAddress = options.Value.BaseUrl,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "MeliBot");
        return new AccountClient(account, kind, http, Settings);
    }

    // The pipeline has already turned every failure into ours; only a body of another shape than expected is left to find here.
    internal static RefitSettings Settings { get; } = new(new BufferedJson(MercadoLibreJson.Options))
    {
        DeserializationExceptionFactory = static async (response, exception) => await ResponseErrors.UnreadableAsync(response, exception),
        TransportExceptionFactory = static (_, exception, _) => exception,
    };
}
