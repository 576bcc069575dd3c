using System.ComponentModel.DataAnnotations;

namespace MeliBot.Adapter.Sweep;

/// <summary>How often the platform is asked for what no notification brought.</summary>
public sealed class SweepOptions
{
    public const string Section = "MercadoLibre:Sweep";

    /// <value>Default true. Without sweeps a lost notification is a lost question.</value>
    public bool Enabled { get; set; } = true;

    /// <value>True where no notification can reach this host (a laptop without a tunnel): questions are looked for every <see cref="PollingEvery"/>. Default false.</value>
    public bool Polling { get; set; }

    /// <value>Unanswered questions. Default 2 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan QuestionsEvery { get; set; } = TimeSpan.FromMinutes(2);

    /// <value>Unanswered questions when polling is the only source. Default 10 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan PollingEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <value>Threads of sales with unread messages. Default 5 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan UnreadEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <value>Notifications that the platform gave up on. Default 10 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MissedFeedsEvery { get; set; } = TimeSpan.FromMinutes(10);

    /// <value>Sales that changed. Default 15 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan OrdersEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <value>Open claims, however old. Default 10 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ClaimsEvery { get; set; } = TimeSpan.FromMinutes(10);

    /// <value>An open claim that hasn't been looked at for so long is looked at again, whether or not it changed: who must act, and whether reputation is at stake, may change without a sign. Default 30 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan ClaimsAgainAfter { get; set; } = TimeSpan.FromMinutes(30);

    /// <value>How far back the sales of a newly linked account are looked for. Default 30 days; the platform keeps 12 months.</value>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan Backfill { get; set; } = TimeSpan.FromDays(30);

    /// <value>At most so many of them. Default 500.</value>
    [Range(0, 10_000)]
    public int BackfillOrders { get; set; } = 500;

    /// <value>Accounts that are swept at once; the rate budget bounds the calls all the same. Default 4.</value>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 4;

    /// <value>Questions a page. Default 50, the platform's own.</value>
    [Range(1, 50)]
    public int PageSize { get; set; } = 50;

    /// <value>How long the right to sweep lasts without being renewed; when a host dies, another takes over after that. Default 2 min.</value>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);
}
