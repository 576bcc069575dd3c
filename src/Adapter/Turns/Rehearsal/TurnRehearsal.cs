using System.Globalization;
using System.Runtime.ExceptionServices;
using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Policy;
using MeliBot.Adapter.Turns.Venues;
using MeliBot.Delivery.Conversations;
using MeliBot.MercadoLibre;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Turns;

/// <summary>
/// A turn as production runs it (bot, compose, guards, decide) that comes to nothing: it reads no stored state, stores none, and reaches Mercado Libre only as far as the
/// bot's own facts do. Safe to use from many threads.
/// </summary>
public sealed class TurnRehearsal
{
    private readonly MercadoLibreAdapter _adapter;
    private readonly ReplyDecider _decider;
    private readonly QuestionActivities _activities = new("https://api.mercadolibre.com/");
    private readonly ClaimActivities _claims = new("https://api.mercadolibre.com/");
    private readonly MessageActivities _messages = new("https://api.mercadolibre.com/");

    internal TurnRehearsal(MercadoLibreAdapter adapter, ReplyDecider decider) => (_adapter, _decider) = (adapter, decider);

    /// <summary>What the last question's turn came to. What the bot throws comes out as it was thrown.</summary>
    public async Task<TurnTrace> RunAsync(RehearsedQuestion question, BotCallbackHandler bot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(bot);
        var state = new RehearsalState();
        var entries = new List<ActivityEntry>();
        string[] texts = [.. question.Before, question.Text];
        for (var i = 0; ; i++)
        {
            // A minute between two questions, as people need at least.
            var asked = Asked(question, i + 1, texts[i], question.At.AddMinutes(i + 1 - texts.Length));
            var activity = Activity(question, asked);
            // Stands in the snapshot for its place in the order: the turn has the activity itself, and only later questions look back at what is stored of it.
            entries.Add(Entry(question, asked, activity, ActivityRole.Incoming, "{}"));
            var trace = await RunAsync(question, asked, activity, entries, state, bot, cancellationToken).ConfigureAwait(false);
            if (i + 1 == texts.Length) return trace;
            entries[^1] = entries[^1] with { Payload = ActivityJson.Write(activity) };
            if (trace is { Text: { } said, Decision: "send" or "draft" }) entries.Add(Answered(question, asked, said));
        }
    }

    /// <summary>What the last message's turn came to. What the bot throws comes out as it was thrown.</summary>
    public async Task<TurnTrace> RunAsync(RehearsedMessage message, BotCallbackHandler bot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(bot);
        var state = new RehearsalState();
        var entries = new List<ActivityEntry>();
        var conversation = new ConversationRef(MessageKeys.Conversation(message.Account, message.Pack), message.Account, MercadoLibreChannel.Orders);
        string[] texts = [.. message.Before, message.Text];
        for (var i = 0; ; i++)
        {
            var at = message.At.AddMinutes(i + 1 - texts.Length);
            var written = Written(message, texts[i], at, i + 1, message.Buyer, ActivityTurn.Pending);
            var activity = ActivityJson.Read(written.Payload);
            if (message.Locale is not null) activity.Locale = message.Locale;
            entries.Add(written);
            var snapshot = Snapshot(conversation, entries);
            var trace = await RunAsync(snapshot, activity, new AnswerTarget(activity, null, null, null), at, state, bot, cancellationToken).ConfigureAwait(false);
            if (i + 1 == texts.Length) return trace;
            entries[^1] = written with { Turn = ActivityTurn.None };
            if (trace is { Text: { } said, Decision: "send" or "draft" }) entries.Add(Written(message, said, at.AddSeconds(1), texts.Length + i + 1, message.Account, ActivityTurn.None));
        }
    }

    /// <summary>What the last turn of a claim came to. What the bot throws comes out as it was thrown.</summary>
    public async Task<TurnTrace> RunAsync(RehearsedClaimTurn turn, BotCallbackHandler bot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(bot);
        var state = new RehearsalState();
        var entries = new List<ActivityEntry>();
        var activities = new RehearsedClaimActivities(turn, _claims);
        var conversation = new ConversationRef(ClaimKeys.Conversation(turn.Account, turn.Id), turn.Account, MercadoLibreChannel.Claims);
        for (var i = 0; ; i++)
        {
            var isLast = i == turn.Before.Count;
            var at = turn.At.AddMinutes(i - turn.Before.Count);
            var entry = !isLast ? activities.Written(turn.Before[i], at, i) : turn.Event is { } name ? activities.Happened(name, at) : activities.Written(turn.Text ?? "", at, i);
            var activity = ActivityJson.Read(entry.Payload);
            if (turn.Locale is not null) activity.Locale = turn.Locale;
            entries.Add(entry);
            var snapshot = Snapshot(conversation, entries) with { Meta = turn.Claim.ToJson() };
            var trace = await RunAsync(snapshot, activity, new AnswerTarget(activity, null, null, null), at, state, bot, cancellationToken).ConfigureAwait(false);
            if (isLast) return trace;
            entries[^1] = entry with { Turn = ActivityTurn.None };
            if (trace is { Text: { } said, Decision: "send" or "draft" }) entries.Add(activities.Answered(said, at.AddSeconds(1), turn.Before.Count + i + 1));
        }
    }

    private async Task<TurnTrace> RunAsync(RehearsedQuestion question, Question asked, Activity activity, List<ActivityEntry> entries, RehearsalState state, BotCallbackHandler bot, CancellationToken cancellationToken)
    {
        var snapshot = Snapshot(QuestionActivities.Reference(asked, question.Account), entries);
        return await RunAsync(snapshot, activity, AnswerTarget.OfQuestion(snapshot, activity), asked.DateCreated!.Value, state, bot, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TurnTrace> RunAsync(ConversationSnapshot snapshot, Activity activity, AnswerTarget target, DateTimeOffset at, RehearsalState state, BotCallbackHandler bot, CancellationToken cancellationToken)
    {
        try
        {
            var execution = new TurnExecution(state, new TurnTime(at));
            var run = await execution.RunAsync(_adapter, snapshot, activity, Venue.Of(snapshot.Conversation).Cause, target, null, null, bot, cancellationToken).ConfigureAwait(false);
            var handoff = run.Sent.FirstOrDefault(sent => sent.Activity is { Type: ActivityTypes.Event, Name: HandoffEventNames.InitiateHandoff });
            var reply = await _decider.DecideAsync(run, handoff?.Activity, cancellationToken).ConfigureAwait(false);
            if (reply is { IsReplaced: false, Decision: Decision.Send or Decision.Draft } or { Composition.Text: null }) state.Apply(run.Writes);
            return TurnOutcomes.Trace(run, reply, 0);
        }
        catch (BotFailedException failed)
        {
            ExceptionDispatchInfo.Throw(failed.InnerException!);
            throw;
        }
    }

    private static ConversationSnapshot Snapshot(ConversationRef conversation, List<ActivityEntry> entries) => new()
    {
        Conversation = conversation,
        Version = entries.Count,
        Owner = Owner.Bot,
        Activities = [.. entries],
        Effects = [],
    };

    private ActivityEntry Written(RehearsedMessage message, string text, DateTimeOffset at, int number, long from, ActivityTurn turn)
    {
        var written = new Message
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"rehearsed{number}"),
            SiteId = message.Site,
            From = new MessageParty { UserId = from },
            Text = text,
            MessageDate = new MessageDates { Created = at },
        };
        return _messages.Entry(written, message.Account, message.Pack, message.Buyer, "bot", turn, at);
    }

    private static Question Asked(RehearsedQuestion question, long id, string text, DateTimeOffset at) => new()
    {
        Id = id,
        SellerId = question.Account,
        BuyerId = question.Buyer,
        ItemId = question.Item,
        SiteId = question.Site ?? Sites.OfItem(question.Item),
        Status = QuestionStatus.Unanswered,
        Text = text,
        DateCreated = at,
    };

    private Activity Activity(RehearsedQuestion question, Question asked)
    {
        var activity = _activities.Question(asked, question.Account, null);
        if (question.Locale is not null) activity.Locale = question.Locale;
        if (question.BuyerName is not null) activity.From.Name = question.BuyerName;
        return activity;
    }

    private ActivityEntry Answered(RehearsedQuestion question, Question asked, string said)
    {
        var answer = _activities.Answer(asked with { Answer = new Answer { Text = said, Status = AnswerStatus.Active, DateCreated = asked.DateCreated } }, question.Account, null, "bot", said);
        return Entry(question, asked, answer, ActivityRole.Outgoing, ActivityJson.Write(answer));
    }

    private static ActivityEntry Entry(RehearsedQuestion question, Question asked, Activity activity, ActivityRole role, string payload) => new()
    {
        Id = activity.Id,
        Conversation = activity.Conversation.Id,
        Account = question.Account,
        Role = role,
        OrderKey = role == ActivityRole.Incoming ? QuestionKeys.QuestionOrder(asked.DateCreated!.Value, asked.Id) : QuestionKeys.AnswerOrder(asked.DateCreated!.Value, asked.Id),
        Payload = payload,
        At = asked.DateCreated!.Value,
    };
}
