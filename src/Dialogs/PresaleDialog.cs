using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Replies;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Dialogs;

/// <summary>Answers one question; when the buyer has yet to say which option is meant, asks, and takes the next question as the answer or as a new one.</summary>
public sealed class PresaleDialog : ComponentDialog
{
    private const string Question = "question";
    private const string Option = "option";

    private readonly IStatePropertyAccessor<LastAsked> _lastAsked;
    private readonly IFactSource _facts;
    private readonly SimpleRecognizer _recognizer;

    public PresaleDialog(IStatePropertyAccessor<LastAsked> lastAsked, IFactSource facts, SimpleRecognizer recognizer)
        : base(nameof(PresaleDialog))
    {
        (_lastAsked, _facts, _recognizer) = (lastAsked, facts, recognizer);
        AddDialog(new WaterfallDialog(Question, [AnswerAsync, AgainAsync]));
        AddDialog(new TextPrompt(Option));
        InitialDialogId = Question;
    }

    private async Task<DialogTurnResult> AnswerAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = step.Context;
        var facts = QuestionInfo.Listing(turn.Activity) is { } listing ? await _facts.ItemAsync(listing, cancellationToken) : null;
        var hints = new ListingHints(facts?.Title?.Value, [.. facts?.Variations?.Value.SelectMany(v => v.Attributes).Select(a => new ListingOption(a.Name, a.Value)).Distinct() ?? []]);
        var last = await _lastAsked.GetAsync(turn, () => new LastAsked(), cancellationToken);
        var intents = CarryOver.Apply(_recognizer.Understand(turn.Activity.Text ?? "", hints), last);
        CarryOver.Remember(intents, last);

        var reply = PresaleReply.To(intents, facts, Voice.For(turn.Activity.Locale));
        var said = reply.Fragments.Select(FragmentActivity.Of).ToList();
        if (reply.HandOver is { } reason) said.Add(HandOff(turn, reason, intents));
        if (said.Count > 0)
        {
            said[0].Entities.Add(FragmentActivity.IntentsEntity(reply.Intents));
            await turn.SendActivitiesAsync([.. said], cancellationToken);
        }

        return reply.Prompt is { } prompt
            ? await step.PromptAsync(Option, new PromptOptions { Prompt = FragmentActivity.Of(prompt) }, cancellationToken)
            : await step.EndDialogAsync(null, cancellationToken);
    }

    private Task<DialogTurnResult> AgainAsync(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.ReplaceDialogAsync(Question, null, cancellationToken);

    private static Activity HandOff(ITurnContext turn, string reason, IReadOnlyList<RecognisedIntent> intents)
    {
        var activity = (Activity)EventFactory.CreateHandoffInitiation(turn, new { reason, intents = new JArray(intents.Select(i => i.Name)) });
        activity.Entities ??= [];
        return activity;
    }
}
