namespace MeliBot.Delivery.Stores.Sqlite;

/// <summary>Microseconds since 1970: what PostgreSQL's timestamps hold too, so that both stores round alike.</summary>
internal static class Instant
{
    public static long ToMicros(this DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicros(long micros) => new(DateTimeOffset.UnixEpoch.UtcTicks + (micros * TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
