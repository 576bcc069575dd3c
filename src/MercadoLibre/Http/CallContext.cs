namespace MeliBot.MercadoLibre;

/// <summary>What the pipeline knows about a call beside its request.</summary>
internal sealed record CallContext(long Account, CallKind Kind)
{
    private static readonly HttpRequestOptionsKey<CallContext> _context = new("MeliBot.Call");
    private static readonly HttpRequestOptionsKey<bool> _transfer = new("MeliBot.Transfer");

    public static void Set(HttpRequestMessage request, CallContext context) => request.Options.Set(_context, context);

    public static CallContext Get(HttpRequestMessage request) =>
        request.Options.TryGetValue(_context, out var context)
            ? context
            : throw new InvalidOperationException("A request without an account reached the pipeline. Make calls by IMercadoLibreClient.For(account).");

    /// <summary>Null where nobody's token is used.</summary>
    public static long? AccountOf(HttpRequestMessage request) => request.Options.TryGetValue(_context, out var context) ? context.Account : null;

    /// <summary>Files are larger and slower than data.</summary>
    public static void SetTransfer(HttpRequestMessage request) => request.Options.Set(_transfer, true);

    public static bool IsTransfer(HttpRequestMessage request) => request.Options.TryGetValue(_transfer, out var transfer) && transfer;

    /// <summary>Only these may be sent again. Decided by the request, because a response may be anyone's.</summary>
    public static bool IsRead(HttpRequestMessage request) => request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;
}
