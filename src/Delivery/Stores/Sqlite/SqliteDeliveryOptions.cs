using System.ComponentModel.DataAnnotations;

namespace MeliBot.Delivery.Stores.Sqlite;

public sealed class SqliteDeliveryOptions
{
    public const string Section = "Delivery:Sqlite";

    /// <value>The database file; its folder is created. Default <c>data/melibot.db</c>.</value>
    [Required]
    public string Path { get; set; } = "data/melibot.db";

    /// <value>How long a write waits for another program that locks the file before its callers are told to repeat. Default 300 ms, because Mercado Libre gives a notification 500.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <value>Writes that may wait for their transaction; beyond, callers are told to repeat. Default 20,000.</value>
    [Range(1, 10_000_000)]
    public int MaxWaitingWrites { get; set; } = 20_000;

    /// <value>The file grows to at most this many bytes, then writes are refused as on a full disk; may be changed while running. Default 0: no limit.</value>
    [Range(0, long.MaxValue)]
    public long MaxFileBytes { get; set; }
}
