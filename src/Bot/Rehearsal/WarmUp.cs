using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Replies;
using MeliBot.Dialogs.Understanding;
using Microsoft.Bot.Builder;

namespace MeliBot.Bot.Rehearsal;

/// <summary>
/// Rehearses a question that nobody asked, on a playbook of one intent: the runtime compiles the way from a question to its answer on one core while the other reads the playbook that counts.
/// </summary>
internal static class WarmUp
{
    private const string Intent = "anything";

    private static readonly SourceSpan Nowhere = SourceSpan.At("warm-up", 1, 1);

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stage = new RehearsalStage(Playbook(), () => throw new NotSupportedException("What is asked is known."), () => null, () => null, services => services.AddSingleton<IRecognizer>(_ => new Knowing()));
        await stage.RunAsync(
            new Scene { Text = "Hola, ¿cuánto sale?", At = DateTimeOffset.UnixEpoch, Listing = new Listing(new ItemFacts { Id = "MLA1" }, null) },
            cancellationToken);
    }

    private static Playbook Playbook() => new(
        "warm-up",
        "0",
        new VoiceTable(new Dictionary<string, IReadOnlyList<string>>()),
        [new IntentDefinition(Intent, "", [], false, Nowhere)],
        TrainingSet.Of([]),
        new Dictionary<string, ReplyDefinition>
        {
            [Intent] = new(
                Intent,
                [Intent],
                [
                    new(FragmentRole.Greeting, "greeting", null, null, Text("¡Hola!"), null, Nowhere),
                    new(FragmentRole.Core, "known", new Condition("item.price and item.available_quantity > 0", Nowhere), null, Text("Sale {{ item.price }}."), null, Nowhere),
                    new(FragmentRole.Core, "unknown", null, ["item.price"], Text("Todavía no lo sé."), null, Nowhere),
                ],
                Nowhere),
        },
        new Dictionary<string, DialogDefinition> { ["presale"] = new("presale", IntentPlaces.Questions, [], null, [new AnswerStep(Nowhere)], Nowhere) },
        new Dictionary<string, LocalText>(),
        new DecidingRules(new DecidingRule("auto", null, null, null, null, null, false, Nowhere), [], [], []),
        new GuardRules([], [], []),
        []);

    private static LocalText Text(string text) => new(new Dictionary<string, IReadOnlyList<Template>> { [""] = [new Template(text, Nowhere)] }, Nowhere);

    /// <summary>Finds the one intent in whatever is said.</summary>
    private sealed class Knowing : IRecognizer
    {
        public Task<RecognizerResult> RecognizeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            var text = turnContext.Activity.Text;
            var whole = new TextSpan(0, text.Length);
            return Task.FromResult(IntentRecognizer.ToResult(new UnderstoodQuestion(
                text,
                [new AskedIntent(Intent, 1, whole, [])],
                new Dictionary<string, double> { [Intent] = 1 },
                [new QuestionSegment(text, whole, Intent, 1)],
                [],
                false)));
        }

        public async Task<T> RecognizeAsync<T>(ITurnContext turnContext, CancellationToken cancellationToken)
            where T : IRecognizerConvert, new()
        {
            var result = new T();
            result.Convert(await RecognizeAsync(turnContext, cancellationToken));
            return result;
        }
    }
}
