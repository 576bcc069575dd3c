namespace MeliBot.Dialogs.Deciding;

/// <summary>What a rule may depend on.</summary>
public sealed record DecidingQuery
{
    public const string Negative = "negative";
    public const string Critical = "critical";

    /// <summary>The seller's user id; null for none in particular.</summary>
    public long? Account { get; init; }

    /// <summary><c>questions</c>, <c>orders</c> or <c>claims</c>.</summary>
    public string Conversations { get; init; } = "questions";

    /// <summary>Of a claim, in the platform's word; null elsewhere, and where it isn't known.</summary>
    public string? ClaimType { get; init; }

    /// <summary>Of a claim, in the platform's word; null elsewhere, and where it isn't known.</summary>
    public string? ClaimStage { get; init; }

    public string? Item { get; init; }

    /// <summary>The item's own category first, then those above it, as far as they are known.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What is asked: names of intents, and <see cref="Negative"/> and <see cref="Critical"/> where they hold.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    public required DateTimeOffset At { get; init; }

    /// <summary>The account's.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    internal bool IsClaim => string.Equals(Conversations, "claims", StringComparison.OrdinalIgnoreCase);

    /// <summary>It says something about a question instead of naming what is asked.</summary>
    internal static bool IsMarker(string kind) => kind is Negative or Critical;
}
