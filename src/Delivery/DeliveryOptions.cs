using System.ComponentModel.DataAnnotations;

namespace MeliBot.Delivery;

public sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <value>Failed tries of a signal, turn or effect before it is parked. Default 5.</value>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 5;

    /// <value>Signals handled at once. Default 16.</value>
    [Range(1, 1024)]
    public int SignalConcurrency { get; set; } = 16;

    /// <value>Turns run at once, never two of one conversation. Default 16.</value>
    [Range(1, 1024)]
    public int TurnConcurrency { get; set; } = 16;

    /// <value>Effects acted on at once, never two of one conversation. Default 16.</value>
    [Range(1, 1024)]
    public int EffectConcurrency { get; set; } = 16;

    /// <value>Writes that share one transaction at most. Default 128.</value>
    [Range(1, 10_000)]
    public int GroupCommit { get; set; } = 128;

    /// <value>Newest activities of a conversation that a turn sees. Default 200.</value>
    [Range(1, 100_000)]
    public int SnapshotActivities { get; set; } = 200;

    /// <value>How long an effect may stay in <c>sending</c> before another worker reads it back. Default 60 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan EffectLease { get; set; } = TimeSpan.FromSeconds(60);

    /// <value>First wait after a failed try; doubles each time up to <see cref="RetryCap"/>. Default 1 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan RetryBase { get; set; } = TimeSpan.FromSeconds(1);

    /// <value>Longest wait between tries. Default 5 min.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan RetryCap { get; set; } = TimeSpan.FromMinutes(5);

    /// <value>How long an outage is waited out before an effect's tries count towards <see cref="MaxAttempts"/>: the platform's, the store's, or a host's that is too slow for the lease. Default 1 h.</value>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(1);

    /// <value>How long a signal's or a turn's handler may run before it is cancelled and the try counts as failed. Default 2 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <value>How long running work may go on after a stop was asked for, before it is abandoned. Default 10 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan StopGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <value>How often all that was accepted is counted, to see that nothing is missing (<see cref="Reading.DeliveryBalance"/>); of all hosts one does it. Zero: never. Default 5 min.</value>
    [Range(typeof(TimeSpan), "00:00:00", "7.00:00:00")]
    public TimeSpan BalanceEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <value>How often the pumps look for work that no alarm told them of. Default 15 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan SafetyPoll { get; set; } = TimeSpan.FromSeconds(15);
}
