namespace MeliBot.MercadoLibre;

/// <summary>What the pipeline knows about a call beside its request.</summary>
internal static class CallContext
{
    private static readonly HttpRequestOptionsKey<long> _account = new("MeliBot.Account");
    private static readonly HttpRequestOptionsKey<CallKind> _kind = new("MeliBot.CallKind");
    private static readonly HttpRequestOptionsKey<bool> _transfer = new("MeliBot.Transfer");

    public static void Set(HttpRequestMessage request, long account, CallKind kind)
    {
        request.Options.Set(_account, account);
        request.Options.Set(_kind, kind);
    }

    public static (long Account, CallKind Kind) Get(HttpRequestMessage request) =>
        request.Options.TryGetValue(_account, out var account) && request.Options.TryGetValue(_kind, out var kind)
            ? (account, kind)
            : throw new InvalidOperationException("A request without an account reached the pipeline. Make calls by IMercadoLibreClient.For(account).");

    /// <summary>Null where nobody's token is used.</summary>
    public static long? AccountOf(HttpRequestMessage request) => request.Options.TryGetValue(_account, out var account) ? account : null;

    /// <summary>Files are larger and slower than data.</summary>
    public static void SetTransfer(HttpRequestMessage request) => request.Options.Set(_transfer, true);

    public static bool IsTransfer(HttpRequestMessage request) => request.Options.TryGetValue(_transfer, out var transfer) && transfer;

    /// <summary>Only these may be sent again. Decided by the request, because a response may be anyone's.</summary>
    public static bool IsRead(HttpRequestMessage request) => request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;
}
