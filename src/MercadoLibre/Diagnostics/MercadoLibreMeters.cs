using System.Diagnostics.Metrics;

namespace MeliBot.MercadoLibre;

/// <summary>What the HTTP instrumentation can't count.</summary>
internal static class MercadoLibreMeters
{
    private static readonly Meter Meter = new(MercadoLibreSpans.SourceName);
    private static readonly Counter<long> Refreshes = Meter.CreateCounter<long>("melibot.tokens.refreshes", description: "Uses of a refresh token, by outcome.");

    /// <param name="outcome">refreshed, reconnect (the permission has ended) or failed (it is tried again).</param>
    public static void Refresh(string outcome) => Refreshes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
