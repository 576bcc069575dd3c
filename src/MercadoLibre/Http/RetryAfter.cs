namespace MeliBot.MercadoLibre;

internal static class RetryAfter
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(1);

    /// <summary>The header as a time span, whichever of its forms it has; undocumented at the platform, honoured if present.</summary>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait is not { } span ? null : span < TimeSpan.Zero ? TimeSpan.Zero : span > _longest ? _longest : span;
    }
}
