using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Outbound.Guards;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Policy;

/// <summary>A reply, and all that a policy may weigh.</summary>
public sealed record PolicyRequest
{
    public required long Account { get; init; }

    /// <summary><c>questions</c>, <c>orders</c> or <c>claims</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Of a claim, in the platform's word; null elsewhere.</summary>
    public string? ClaimType { get; init; }

    /// <summary>Of a claim, in the platform's word; null elsewhere.</summary>
    public string? ClaimStage { get; init; }

    /// <summary>The listing that the conversation is about.</summary>
    public string? Item { get; init; }

    /// <summary>For example <c>MLA</c>; null when it isn't known.</summary>
    public string? Site { get; init; }

    /// <summary>What the buyer wrote; null for events and proactive turns.</summary>
    public string? Text { get; init; }

    /// <summary>Of the buyer, such as <c>es-AR</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>Id of the activity that the turn is about.</summary>
    public string? Activity { get; init; }

    /// <summary>The turn's now.</summary>
    public DateTimeOffset At { get; init; }

    public required Composition Composition { get; init; }

    /// <summary>What the bot said, as it sent it.</summary>
    public IReadOnlyList<Fragment> Fragments { get; init; } = [];

    /// <summary>What was recognised in the buyer's text; empty when the bot doesn't say.</summary>
    public IReadOnlyList<RecognizedIntent> Intents { get; init; } = [];

    public IReadOnlyList<GuardFinding> Findings { get; init; } = [];

    /// <summary>The bot asked for a person.</summary>
    public bool HandOff { get; init; }

    /// <summary>Why it did, when it said so.</summary>
    public string? HandOffReason { get; init; }

    public Owner Owner { get; init; } = Owner.Bot;

    /// <summary>What the conversation itself says against sending without a person.</summary>
    public IReadOnlyList<Reason> Against { get; init; } = [];

    /// <summary>False for events and proactive turns, where silence needs nobody.</summary>
    public bool ExpectsAnswer { get; init; } = true;
}

/// <param name="Name">For example <c>price</c>.</param>
/// <param name="Score">0 to 1; null when the recogniser gives none.</param>
/// <param name="Span">Where in the buyer's text.</param>
public sealed record RecognizedIntent(string Name, double? Score = null, TextSpan? Span = null);

/// <summary>Decides what to do with a reply.</summary>
public interface IPolicy
{
    ValueTask<Verdict> DecideAsync(PolicyRequest request, CancellationToken cancellationToken);
}
