namespace MeliBot.Simulator;

/// <summary>How the platform behaves. Every duration is platform time unless it says wall time.</summary>
public sealed class SimulatorOptions
{
    /// <summary>Address to listen on; port 0 takes a free one.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:0";

    /// <summary>The same seed gives the same chances, ids and tokens.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Platform seconds per wall second.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>A scenario file to load at the start; its steps begin with <see cref="StartScenario"/> or by the control API.</summary>
    public string? ScenarioFile { get; set; }

    public bool StartScenario { get; set; }

    /// <summary>The process whose end ends this one.</summary>
    public int? ParentProcessId { get; set; }

    public TimeSpan AccessTokenLife { get; set; } = TimeSpan.FromHours(6);

    public TimeSpan RefreshTokenLife { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Not published by the platform.</summary>
    public TimeSpan AuthorizationCodeLife { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Real integrations lose the account when a spent refresh token comes again from elsewhere; on, a reuse kills the grant at once.</summary>
    public bool RefreshReuseKillsGrant { get; set; }

    /// <summary>The multigets that retired in October 2026 (<c>/items?ids=</c>, <c>/users?ids=</c>).</summary>
    public bool RetiredCalls { get; set; }

    /// <summary>Calls per minute and application before 429; null: no limit.</summary>
    public int? CallsPerMinute { get; set; }

    /// <summary>Messages of sales have two limits of their own, reads and writes, per application; null: none.</summary>
    public int? MessageCallsPerMinute { get; set; } = 500;

    /// <summary>How long after a 429 a call may still arrive that left before it, and so couldn't know of it.</summary>
    public TimeSpan UnderWay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Answers 4xx (429 aside) per minute and application that count as a violation.</summary>
    public int TolerableClientErrorsPerMinute { get; set; } = 60;

    /// <summary>On, the platform blocks the application at that violation, as the real one may.</summary>
    public bool BlockForClientErrors { get; set; }

    public NoticeOptions Notices { get; set; } = new();

    public ModerationOptions Moderation { get; set; } = new();

    public ClaimOptions Claims { get; set; } = new();
}

/// <summary>The clocks of claims. The platform publishes only the 48 hours; the others are ours, near what was seen.</summary>
public sealed class ClaimOptions
{
    /// <summary>The seller's time to answer; then the claim ends for the buyer.</summary>
    public TimeSpan RespondWithin { get; set; } = TimeSpan.FromDays(3);

    /// <summary>The buyer's time to answer; then the claim ends for the seller.</summary>
    public TimeSpan ComplainantWithin { get; set; } = TimeSpan.FromDays(5);

    /// <summary>From the opening; who solves it by then spares the reputation.</summary>
    public TimeSpan IncentiveFor { get; set; } = TimeSpan.FromHours(48);

    /// <summary>The seller's time to look at what came back; then it counts as well.</summary>
    public TimeSpan ReviewWithin { get; set; } = TimeSpan.FromDays(3);

    /// <summary>The buyer's time to hand the parcel over; then the return expires.</summary>
    public TimeSpan ShipReturnWithin { get; set; } = TimeSpan.FromDays(10);

    /// <summary>Messages come as <c>{paging, data}</c>, as one integrator has them, and not as the documented bare array.</summary>
    public bool PagedMessages { get; set; }
}

public sealed class NoticeOptions
{
    /// <summary>Wall time in which the callback must answer 200.</summary>
    public TimeSpan AckWithin { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Gaps between attempts: the documented 8 within an hour. The real gaps are not published; these grow.</summary>
    public IReadOnlyList<TimeSpan> RetryGaps { get; set; } =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(8), TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(25),
    ];

    /// <summary>Failed or slow attempts in a row after which a topic is switched off; 0: never.</summary>
    public int SwitchOffAfter { get; set; } = 500;

    public TimeSpan MissedFeedLife { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Attempts under way at once, per application.</summary>
    public int Parallel { get; set; } = 32;

    /// <summary>Time from a change to its first attempt.</summary>
    public TimeSpan FirstAfter { get; set; } = TimeSpan.Zero;
}

public sealed class ModerationOptions
{
    public bool Answers { get; set; } = true;

    /// <summary>On, a question with contact data is banned too.</summary>
    public bool Questions { get; set; }

    /// <summary>On, messages of sales are read before they are delivered, as the platform does it.</summary>
    public bool Messages { get; set; } = true;

    /// <summary>Sales that may get the same text of a seller before it counts as automatic; 0: any number.</summary>
    public int SameMessages { get; set; } = 20;

    /// <summary>Time from the accepted text to its ban.</summary>
    public TimeSpan After { get; set; } = TimeSpan.FromSeconds(3);
}
