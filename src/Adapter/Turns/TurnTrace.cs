using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Turns;

/// <summary>Why a turn said what it said: the payload of a <see cref="Delivery.Turns.TurnRecord"/>, for people and for replays.</summary>
public sealed record TurnTrace
{
    /// <summary>The activity that the turn was about.</summary>
    public required string Activity { get; init; }

    /// <summary><c>question</c>, <c>message</c>, <c>event</c> or <c>proactive</c>.</summary>
    public required string Cause { get; init; }

    /// <summary>The turn's now.</summary>
    public required DateTimeOffset Clock { get; init; }

    /// <summary>Of the turn's chance.</summary>
    public required int Seed { get; init; }

    /// <summary>Failed tries before this one.</summary>
    public int Attempt { get; init; }

    /// <summary>Id of the question or message that a text of the turn answers; null when there is none.</summary>
    public string? Question { get; init; }

    /// <summary>send, draft, hold, drop or shadow.</summary>
    public required string Decision { get; init; }

    /// <summary>Why.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>It was sent, and a person is told to look at it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Notify { get; init; }

    /// <summary>The composed line; null when there was nothing to say.</summary>
    public string? Text { get; init; }

    /// <summary>Where each stretch of <see cref="Text"/> came from.</summary>
    public IReadOnlyList<TraceSpan> Spans { get; init; } = [];

    /// <summary>What was said to the channel but isn't in the text.</summary>
    public IReadOnlyList<TraceDrop> Dropped { get; init; } = [];

    /// <summary>What the bot recognised.</summary>
    public IReadOnlyList<TraceIntent> Intents { get; init; } = [];

    /// <summary>What the text rests on.</summary>
    public IReadOnlyList<TraceFact> Facts { get; init; } = [];

    /// <summary>Activities that never leave, as <c>type</c> or <c>type:name</c>.</summary>
    public IReadOnlyList<string> Noted { get; init; } = [];

    /// <summary>What the bot answered by; null when it doesn't say.</summary>
    public TracePlaybook? Playbook { get; init; }

    /// <summary>State keys that the turn read, with their versions.</summary>
    public IReadOnlyDictionary<string, long> State { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <exception cref="JsonException">It isn't one.</exception>
    public static TurnTrace Parse(string json) => JsonSerializer.Deserialize<TurnTrace>(json, Options) ?? throw new JsonException("A turn's trace is empty.");
}

/// <param name="Start">UTF-16 offset in the text.</param>
/// <param name="Sent">Id of the outgoing activity that it came in.</param>
public sealed record TraceSpan(int Start, int Length, string Role, string? Intent, string? Rule, string? Sent);

public sealed record TraceDrop(string Role, string? Intent, string Text, Reason Reason);

/// <param name="Start">UTF-16 offset in the buyer's text; null when the recogniser doesn't say.</param>
/// <param name="Covered">Some fragment answers it.</param>
public sealed record TraceIntent(string Name, double? Score, int? Start, int? Length, bool Covered);

/// <param name="AgeSeconds">At the turn's clock; null when the source's time isn't known.</param>
public sealed record TraceFact(string Name, string? Value, string? Source, DateTimeOffset? At, double? AgeSeconds);

/// <param name="Version">Of its content.</param>
/// <param name="Notes">What wasn't said, and why, in sentences.</param>
/// <param name="Facts">What was known, as the bot wrote it down, so that the turn can be run again as it was.</param>
public sealed record TracePlaybook(string Name, string Version, IReadOnlyList<string> Notes, string? Facts)
{
    /// <summary>The dialog that the turn began or went on with; null for none.</summary>
    public string? Dialog { get; init; }

    /// <summary>In a claim: how the dialog was chosen; null elsewhere, and where the turn goes on with one.</summary>
    public TraceRoute? Route { get; init; }
}

/// <summary>Which dialog a claim's turn began, and why this one and none of the others.</summary>
/// <param name="Events">What the turn was about.</param>
/// <param name="Dialog">Null where a person got it.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="Candidates">The chosen dialog, and those that came close.</param>
public sealed record TraceRoute(IReadOnlyList<string> Events, string? Dialog, string Reason, IReadOnlyList<TraceCandidate> Candidates);

/// <param name="Outcome">chosen, outranked or unfit.</param>
/// <param name="Why">A sentence without its capital and full stop.</param>
public sealed record TraceCandidate(string Dialog, string Outcome, string Why);
