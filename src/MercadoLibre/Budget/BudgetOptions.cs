using System.ComponentModel.DataAnnotations;

namespace MeliBot.MercadoLibre;

/// <summary>The application's budget of calls. The platform publishes no number: start here, and let its 429s find the real one.</summary>
public sealed class BudgetOptions
{
    /// <summary>Calls a second of the whole application, when all is well.</summary>
    /// <value>20; 1500 a minute is the only figure ever published.</value>
    [Range(0.1, 1000)]
    public double CallsPerSecond { get; set; } = 20;

    /// <summary>What 429s can slow the application down to.</summary>
    /// <value>0.5</value>
    [Range(0.01, 1000)]
    public double LowestCallsPerSecond { get; set; } = 0.5;

    /// <summary>Calls that may go at once after a quiet time.</summary>
    /// <value>20</value>
    [Range(1, 1000)]
    public int Burst { get; set; } = 20;

    /// <summary>Calls a second of <see cref="CallKind.Bulk"/> for each account.</summary>
    /// <value>1</value>
    [Range(0.01, 1000)]
    public double BulkCallsPerSecond { get; set; } = 1;

    /// <summary>Accounts whose bulk throughput differs: account to calls a second.</summary>
    public IDictionary<string, double> BulkCallsPerSecondOf { get; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Messages of sales have two limits of their own, one for reading and one for writing: calls a minute for each.</summary>
    /// <value>500, as documented</value>
    [Range(1, 100_000)]
    public int MessageCallsPerMinute { get; set; } = 500;

    /// <summary>How much of the budget this host gets where several share it, in proportion to the others' weights.</summary>
    /// <value>8 for a worker, 1 for a host that only takes in or shows</value>
    [Range(0.001, 1000)]
    public double? Weight { get; set; }

    /// <summary>How long a call may wait for its turn before it fails as <see cref="ErrorKind.HeldBack"/>.</summary>
    /// <value>30 seconds; bulk calls wait twenty times as long</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Within <see cref="BreakerWindow"/>, so many refused calls of one account (and half of its calls) stop its calls for <see cref="BreakerPause"/>.</summary>
    /// <value>20</value>
    [Range(1, 100_000)]
    public int RefusedCallsOfAccount { get; set; } = 20;

    /// <summary>The same for the whole application, when a quarter of its calls were refused.</summary>
    /// <value>100</value>
    [Range(1, 100_000)]
    public int RefusedCallsOfApplication { get; set; } = 100;

    /// <value>1 minute</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>After the pause one call is let through to see; it closes the breaker or pauses again.</summary>
    /// <value>1 minute</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromMinutes(1);
}
