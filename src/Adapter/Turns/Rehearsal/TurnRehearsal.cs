using System.Runtime.ExceptionServices;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Policy;
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
            var trace = await RunAsync(question, asked, entries, state, bot, cancellationToken).ConfigureAwait(false);
            if (i + 1 == texts.Length) return trace;
            if (trace is { Text: { } said, Decision: "send" or "draft" }) entries.Add(Entry(question, asked, Answer(question, asked, said), ActivityRole.Outgoing));
        }
    }

    private async Task<TurnTrace> RunAsync(RehearsedQuestion question, Question asked, List<ActivityEntry> entries, RehearsalState state, BotCallbackHandler bot, CancellationToken cancellationToken)
    {
        var activity = Activity(question, asked);
        entries.Add(Entry(question, asked, activity, ActivityRole.Incoming));
        var snapshot = new ConversationSnapshot
        {
            Conversation = QuestionActivities.Reference(asked, question.Account),
            Version = entries.Count,
            Owner = Owner.Bot,
            Activities = [.. entries],
            Effects = [],
        };
        try
        {
            var execution = new TurnExecution(state, new TurnTime(asked.DateCreated!.Value));
            var run = await execution.RunAsync(_adapter, snapshot, activity, TurnCause.Question, AnswerTarget.OfQuestion(snapshot, activity), null, null, bot, cancellationToken).ConfigureAwait(false);
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

    private Activity Answer(RehearsedQuestion question, Question asked, string said) =>
        _activities.Answer(asked with { Answer = new Answer { Text = said, Status = AnswerStatus.Active, DateCreated = asked.DateCreated } }, question.Account, null, "bot", said);

    private static ActivityEntry Entry(RehearsedQuestion question, Question asked, Activity activity, ActivityRole role) => new()
    {
        Id = activity.Id,
        Conversation = activity.Conversation.Id,
        Account = question.Account,
        Role = role,
        OrderKey = role == ActivityRole.Incoming ? QuestionKeys.QuestionOrder(asked.DateCreated!.Value, asked.Id) : QuestionKeys.AnswerOrder(asked.DateCreated!.Value, asked.Id),
        Payload = ActivityJson.Write(activity),
        At = asked.DateCreated!.Value,
    };
}
