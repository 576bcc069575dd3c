using MeliBot.Adapter.State;
using MeliBot.Adapter.Turns.Venues;
using MeliBot.Delivery.Conversations;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Turns;

internal enum TurnCause
{
    /// <summary>A buyer's question.</summary>
    Question,

    /// <summary>What a buyer wrote in a sale.</summary>
    Message,

    /// <summary>Something happened: an answer's end, a hand-over.</summary>
    Event,

    /// <summary>A caller continues the conversation.</summary>
    Proactive,
}

/// <summary>All that one run of the bot stages. Ambient, so that storage knows which turn it serves.</summary>
internal sealed class TurnScope
{
    private static readonly AsyncLocal<TurnScope?> Ambient = new();

    public TurnScope(ConversationSnapshot snapshot, Activity activity, TurnCause cause, AnswerTarget target, StagedState state, DateTimeOffset clock)
    {
        Snapshot = snapshot;
        Activity = activity;
        Cause = cause;
        Target = target;
        State = state;
        Clock = clock;
        Seed = TurnSeed.Of(activity.Id);
        Buffer = new OutgoingBuffer(activity.Id);
    }

    public static TurnScope? Current => Ambient.Value;

    public ConversationSnapshot Snapshot { get; }

    public Activity Activity { get; }

    public TurnCause Cause { get; }

    /// <summary>The buyer wrote and waits.</summary>
    public bool IsBuyers => Cause is TurnCause.Question or TurnCause.Message;

    public Venue Venue => Venue.Of(Snapshot.Conversation);

    /// <summary>What a text of this turn answers.</summary>
    public AnswerTarget Target { get; }

    public StagedState State { get; }

    public OutgoingBuffer Buffer { get; }

    /// <summary>The turn's one and only now.</summary>
    public DateTimeOffset Clock { get; }

    public int Seed { get; }

    /// <summary>What the bot threw, or why it never ran; null when the turn came to its end.</summary>
    public Exception? Failure { get; private set; } = new InvalidOperationException("The pipeline ended before the bot ran.");

    public void Completed() => Failure = null;

    public void Failed(Exception failure) => Failure = failure;

    /// <summary>Makes this the turn of everything that the caller awaits from here on.</summary>
    public void Enter() => Ambient.Value = this;
}
