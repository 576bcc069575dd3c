using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;

namespace MeliBot.Dialogs.Understanding;

/// <summary>
/// <see cref="IntentModel"/> as a Bot Framework recognizer. <c>Intents</c> holds every intent with its score; those that were asked carry
/// <c>asked: true</c>, <c>span: {start, length}</c> (UTF-16, in the text) and <c>order</c>. <c>Entities</c> holds each slot's values as texts and, under
/// <c>$instance</c>, where they stand. <c>Properties["segments"]</c> is the question cut into requests, <c>Properties["followUp"]</c> whether it leans on the one before.
/// </summary>
/// <param name="model">Read at each question, so that a reloaded playbook counts at once.</param>
/// <param name="before">What the buyer asked last; null where that isn't kept.</param>
/// <param name="afterSale">Understands the messages of a sale; null where none of them is understood.</param>
/// <param name="claims">Understands the messages of a claim; null where they are understood as those of a sale.</param>
public sealed class IntentRecognizer(Func<IntentModel> model, Func<ITurnContext, CancellationToken, Task<AskedBefore?>>? before = null, Func<IntentModel?>? afterSale = null, Func<IntentModel?>? claims = null) : IRecognizer
{
    public async Task<RecognizerResult> RecognizeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var text = turnContext.Activity.Text ?? "";
        var kind = QuestionInfo.Kind(turnContext.Activity);
        if (kind != IntentPlaces.Questions)
        {
            // A message stands for itself: "¿y mañana?" after a delay isn't "the same, but tomorrow".
            var heard = (kind == IntentPlaces.Claims ? claims?.Invoke() : null) ?? afterSale?.Invoke();
            return ToResult(heard?.Understand(text, turnContext.Activity.Locale) ?? UnderstoodQuestion.Nothing(text));
        }

        var asked = before is null ? null : await before(turnContext, cancellationToken).ConfigureAwait(false);
        return ToResult(model().Understand(text, turnContext.Activity.Locale, asked));
    }

    public async Task<T> RecognizeAsync<T>(ITurnContext turnContext, CancellationToken cancellationToken)
        where T : IRecognizerConvert, new()
    {
        var result = new T();
        result.Convert(await RecognizeAsync(turnContext, cancellationToken).ConfigureAwait(false));
        return result;
    }

    public static RecognizerResult ToResult(UnderstoodQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var intents = question.Scores.ToDictionary(s => s.Key, s => new IntentScore { Score = s.Value }, StringComparer.Ordinal);
        for (var i = 0; i < question.Intents.Count; i++)
        {
            var asked = question.Intents[i];
            if (!intents.TryGetValue(asked.Name, out var score)) intents[asked.Name] = score = new IntentScore();
            score.Score = asked.Score;
            score.Properties["asked"] = true;
            score.Properties["order"] = i;
            score.Properties["span"] = Place(asked.Span);
            if (asked.CarriedOver) score.Properties["carriedOver"] = true;
        }

        return new RecognizerResult
        {
            Text = question.Text,
            Intents = intents,
            Entities = Entities(question),
            Properties = new Dictionary<string, object>
            {
                ["segments"] = new JArray(question.Segments.Select(s => new JObject { ["text"] = s.Text, ["intent"] = s.Intent, ["score"] = s.Score, ["span"] = Place(s.Span) })),
                ["followUp"] = question.FollowUp,
            },
        };
    }

    private static JObject Entities(UnderstoodQuestion question)
    {
        var entities = new JObject();
        var instances = new JObject();
        var carried = question.Intents.Where(i => i.CarriedOver).SelectMany(i => i.Slots).Where(s => s.Span.Length == 0);
        foreach (var group in question.Slots.Concat(carried).Distinct().GroupBy(s => s.Name, StringComparer.Ordinal))
        {
            entities[group.Key] = new JArray(group.Select(s => s.Value));
            instances[group.Key] = new JArray(group.Select(s => new JObject { ["text"] = s.Text, ["startIndex"] = s.Span.Start, ["endIndex"] = s.Span.End, ["type"] = s.Name }));
        }

        if (instances.Count > 0) entities["$instance"] = instances;
        return entities;
    }

    private static JObject Place(TextSpan span) => new() { ["start"] = span.Start, ["length"] = span.Length };
}
