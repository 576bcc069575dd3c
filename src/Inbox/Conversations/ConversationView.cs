using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;

namespace MeliBot.Inbox.Conversations;

/// <summary>A conversation about an item as people see it.</summary>
/// <param name="Item">Id of the listing.</param>
/// <param name="Buyer">Id of the buyer; null where the platform hides it.</param>
/// <param name="Happenings">Hand-overs and what became of answers, oldest first.</param>
public sealed record ConversationView(
    ConversationRef Conversation,
    long Version,
    Owner Owner,
    string? Site,
    string? Item,
    long? Buyer,
    IReadOnlyList<QuestionView> Questions,
    IReadOnlyList<HappeningView> Happenings)
{
    /// <summary>How many questions the buyer has an answer to.</summary>
    public int Answered => Questions.Count(question => question.IsAnswered);

    public int Settled => Questions.Count(question => question.IsSettled);

    public QuestionView? OldestOpen => Questions.FirstOrDefault(question => question.CanBeAnswered);
}

/// <param name="Name">The event's, for example <c>handoff.initiate</c>.</param>
/// <param name="Text">What it says; null when nothing.</param>
public sealed record HappeningView(string Id, string Name, DateTimeOffset At, string? Text)
{
    /// <summary>The bot's turns on it, oldest first.</summary>
    public IReadOnlyList<TurnTrace> Turns { get; init; } = [];

    /// <summary>Of a hand-over: accepted, completed or failed; null otherwise.</summary>
    public string? State { get; init; }

    /// <summary>Who did it, as <c>agent:{id}</c>; null where it isn't a person's or isn't kept.</summary>
    public string? By { get; init; }
}
