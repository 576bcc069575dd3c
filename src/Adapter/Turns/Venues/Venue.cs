using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Turns;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Turns.Venues;

/// <summary>Where a conversation takes place, which decides what a turn is about, what it may answer and what an answer is made of.</summary>
internal abstract class Venue
{
    private static readonly QuestionVenue Question = new();
    private static readonly SaleVenue Sale = new();
    private static readonly ClaimVenue Claim = new();

    public static Venue Of(ConversationRef conversation) => conversation.Kind switch
    {
        MercadoLibreChannel.Orders => Sale,
        MercadoLibreChannel.Claims => Claim,
        _ => Question,
    };

    /// <summary>Of a turn over what the buyer wrote.</summary>
    public abstract TurnCause Cause { get; }

    /// <summary>The buyer hasn't bought yet.</summary>
    public abstract bool IsPresale { get; }

    /// <summary>What is said may decide a claim.</summary>
    public virtual bool IsClaim => false;

    /// <summary>The next pending activity, with those that make one turn with it.</summary>
    public abstract GatheredLines Gather(TurnWork work);

    /// <summary>What the buyer wrote, if it may still be answered.</summary>
    public abstract AnswerTarget OfPending(ConversationSnapshot snapshot, Activity activity);

    /// <summary>What a text that comes by itself would answer: what is named if that is open, else the only open one.</summary>
    public abstract AnswerTarget Find(ConversationSnapshot snapshot, string? named);

    public abstract bool AnyOpen(ConversationSnapshot snapshot);

    /// <summary>The place, among the conversation's entries, of something that happens to this activity.</summary>
    public abstract string EventOrder(DateTimeOffset at, Activity about);

    /// <summary>A composed line as the texts that are sent, in order.</summary>
    public abstract VenueText Fit(string line, ConversationSnapshot snapshot);

    /// <param name="texts">What <see cref="Fit"/> gave.</param>
    /// <param name="answered">What they answer.</param>
    /// <param name="scope">The turn.</param>
    public abstract IReadOnlyList<EffectPlan> Plan(IReadOnlyList<string> texts, Activity answered, TurnScope scope);
}

/// <param name="Activity">What the bot sees.</param>
/// <param name="Handled">Ids of the entries that its turn settles.</param>
internal sealed record GatheredLines(Activity Activity, IReadOnlyList<string> Handled);

/// <param name="Texts">Each is one effect.</param>
/// <param name="Holds">Why they must not be sent without a person.</param>
internal sealed record VenueText(IReadOnlyList<string> Texts, IReadOnlyList<Reason> Holds);
